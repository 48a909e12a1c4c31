package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.membership.GroupMembership;
import org.deltabed.protocol.properties.DetectorProperties;
import org.deltabed.protocol.properties.MembershipProperties;

/** Group membership, view synchrony and replication. */
final class Memberships {
  private static final Part GMP =
      Part.of("gmp", GroupMembership::new).uses(Parts.UC.asFamily()).usesShared("P");

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "G1",
              "group-membership",
              "group membership",
              Model.FAIL_STOP,
              NOTES + "Group Membership",
              Composition.of(GMP, Parts.P),
              "gmp",
              Workload.NONE,
              4,
              withDetector(MembershipProperties.of("gmp", 5))));

  private Memberships() {}

  /** With what is owed by the detector below. */
  private static List<Property> withDetector(List<Property> own) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(DetectorProperties.perfect("P"));
    return all;
  }
}
