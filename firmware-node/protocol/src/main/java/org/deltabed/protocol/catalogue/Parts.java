package org.deltabed.protocol.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.agreement.HierarchicalConsensus;
import org.deltabed.protocol.agreement.NonBlockingAtomicCommit;
import org.deltabed.protocol.agreement.TerminatingReliableBroadcast;
import org.deltabed.protocol.agreement.UniformConsensusInSlots;
import org.deltabed.protocol.agreement.UniformHierarchicalConsensus;
import org.deltabed.protocol.broadcast.AllAckUniformBroadcast;
import org.deltabed.protocol.broadcast.BestEffortBroadcast;
import org.deltabed.protocol.broadcast.EagerReliableBroadcast;
import org.deltabed.protocol.broadcast.LazyReliableBroadcast;
import org.deltabed.protocol.detector.EventuallyPerfectFailureDetector;
import org.deltabed.protocol.detector.SilenceFailureDetector;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.link.AuthenticatedLinks;
import org.deltabed.protocol.properties.BroadcastProperties;
import org.deltabed.protocol.properties.DetectorProperties;

/** The parts that many compositions stand on, by the names that the pages use. */
final class Parts {
  static final String NOTES = "distributed-algorithms-notes, ";
  static final String DEPENDABLE = "dependable-systems-notes, ";

  /** Shared by all of a process: P. */
  static final Part P = Part.of("P", SilenceFailureDetector::new);

  /** Shared by all of a process: the detector that may err. */
  static final Part EP = Part.of("EP", EventuallyPerfectFailureDetector::new);

  static final Part BEB = Part.of("beb", BestEffortBroadcast::new);

  /** Authenticated perfect links. */
  static final Part AL = Part.of("al", AuthenticatedLinks::new);

  /** Regular reliable broadcast, lazy. */
  static final Part RB = Part.of("rb", LazyReliableBroadcast::new).uses(BEB).usesShared("P");

  /** Regular reliable broadcast, eager: it needs no P. */
  static final Part EAGER_RB = Part.of("rb", EagerReliableBroadcast::new).uses(BEB);

  /** Uniform reliable broadcast, all acknowledge. */
  static final Part URB = Part.of("urb", AllAckUniformBroadcast::new).uses(BEB).usesShared("P");

  static final Part CONS = Part.of("cons", HierarchicalConsensus::new).uses(BEB).usesShared("P");
  static final Part UC = Part.of("uc", UniformHierarchicalConsensus::new).uses(BEB).usesShared("P");

  static final Part UC_IN_SLOTS = UC.madeBy(UniformConsensusInSlots::new);

  static final Part TRB =
      Part.of("trb", TerminatingReliableBroadcast::new).uses(BEB, CONS).usesShared("P");

  /** Uniform consensus under the name that terminating reliable broadcast uses. */
  static final Part UNIFORM_TRB =
      Part.of("trb", TerminatingReliableBroadcast::new)
          .uses(BEB, CONS.madeBy(UniformHierarchicalConsensus::new))
          .usesShared("P");

  static final Part NBAC =
      Part.of("nbac", NonBlockingAtomicCommit::new).uses(BEB, UC).usesShared("P");

  private Parts() {}

  /** With what is owed by the broadcast and the detector below. */
  static List<Property> withUsed(List<Property> own, String beb) {
    List<Property> all = withBroadcast(own, beb);
    all.addAll(DetectorProperties.perfect("P"));
    return all;
  }

  /** The same where there is consensus below, with a broadcast of its own. */
  static List<Property> withUsed(
      List<Property> own, String beb, List<Property> consensus, String itsBeb) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(BroadcastProperties.bestEffort(beb));
    all.addAll(consensus);
    return withUsed(all, itsBeb);
  }

  /** With what is owed by the broadcast below, where no detector is. */
  static List<Property> withBroadcast(List<Property> own, String beb) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(BroadcastProperties.bestEffort(beb));
    return all;
  }
}
