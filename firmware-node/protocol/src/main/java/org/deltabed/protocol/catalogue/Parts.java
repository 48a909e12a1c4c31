package org.deltabed.protocol.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.agreement.UniformHierarchicalConsensus;
import org.deltabed.protocol.broadcast.BestEffortBroadcast;
import org.deltabed.protocol.detector.SilenceFailureDetector;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.properties.BroadcastProperties;
import org.deltabed.protocol.properties.DetectorProperties;

/** The parts that many compositions stand on, by the names that the pages use. */
final class Parts {
  static final String NOTES = "distributed-algorithms-notes, ";
  static final String DEPENDABLE = "dependable-systems-notes, ";

  /** Shared by all of a process: P. */
  static final Part P = Part.of("P", SilenceFailureDetector::new);

  static final Part BEB = Part.of("beb", BestEffortBroadcast::new);
  static final Part CONS = Part.of("cons", HierarchicalConsensus::new).uses(BEB).usesShared("P");
  static final Part UC = Part.of("uc", UniformHierarchicalConsensus::new).uses(BEB).usesShared("P");

  private Parts() {}

  /** With what is owed by the broadcast and the detector below. */
  static List<Property> withUsed(List<Property> own, String beb) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(BroadcastProperties.bestEffort(beb));
    all.addAll(DetectorProperties.perfect("P"));
    return all;
  }
}
