package org.deltabed.protocol.catalogue;

import static org.deltabed.protocol.catalogue.Parts.DEPENDABLE;
import static org.deltabed.protocol.catalogue.Parts.NOTES;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Composition.Part;
import org.deltabed.protocol.broadcast.TotalOrderBroadcast;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.membership.BlockingApplication;
import org.deltabed.protocol.membership.ConsensusViewSynchrony;
import org.deltabed.protocol.membership.GroupMembership;
import org.deltabed.protocol.membership.TerminatingViewSynchrony;
import org.deltabed.protocol.properties.DetectorProperties;
import org.deltabed.protocol.properties.MembershipProperties;
import org.deltabed.protocol.properties.ReplicationProperties;
import org.deltabed.protocol.properties.TotalOrderProperties;
import org.deltabed.protocol.properties.ViewSynchronyProperties;
import org.deltabed.protocol.replication.ReplicatedStateMachine;

/** Group membership, view synchrony and replication. */
final class Memberships {
  private static final Part GMP =
      Part.of("gmp", GroupMembership::new).uses(Parts.UC.asFamily()).usesShared("P");

  private static final Part VS_FROM_CONSENSUS =
      Part.of("vs", ConsensusViewSynchrony::new)
          .uses(Parts.UC.asFamily(), Parts.BEB)
          .usesShared("P");

  private static final Part VS_FROM_TRB =
      Part.of("vs", TerminatingViewSynchrony::new)
          .uses(GMP, Parts.UNIFORM_TRB.asFamily(), Parts.BEB);

  private static final Part TOB =
      Part.of("tob", TotalOrderBroadcast::new).uses(Parts.RB, Parts.CONS.asFamily());

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
              withDetector(MembershipProperties.of("gmp", 5))),
          new Protocol(
              "G2",
              "terminating-view-synchrony",
              "view synchrony from terminating reliable broadcast",
              Model.FAIL_STOP,
              NOTES + "View Synchrony, the first algorithm",
              Composition.of(application(VS_FROM_TRB), Parts.P),
              "app",
              Workload.BROADCAST,
              6,
              viewSynchrony(8, MembershipProperties.of("app/vs/gmp", 8))),
          new Protocol(
              "G3",
              "consensus-view-synchrony",
              "view synchrony from uniform consensus",
              Model.FAIL_STOP,
              NOTES + "View Synchrony, the second algorithm",
              Composition.of(application(VS_FROM_CONSENSUS), Parts.P),
              "app",
              Workload.BROADCAST,
              6,
              viewSynchrony(8, List.of())),
          new Protocol(
              "S1",
              "replicated-state-machine",
              "replicated state machine from total order broadcast",
              Model.FAIL_STOP,
              DEPENDABLE + "8.8 From Total-Order Broadcast to Replicated State-Machine",
              Composition.of(Part.of("rsm", ReplicatedStateMachine::new).uses(TOB), Parts.P),
              "rsm",
              Workload.EXECUTE,
              OrderedBroadcasts.TOTAL_CYCLES,
              replication()));

  private Memberships() {}

  private static Part application(Part vs) {
    return Part.of("app", BlockingApplication::new).uses(vs);
  }

  /** What the application owes, the view synchrony below it, what it uses, then the detector. */
  private static List<Property> viewSynchrony(int cycles, List<Property> used) {
    List<Property> all = new ArrayList<>();
    all.addAll(ViewSynchronyProperties.of("app/vs", cycles)); // what it is about comes first
    all.add(ViewSynchronyProperties.validity("app", cycles));
    all.addAll(used);
    return withDetector(all);
  }

  /** What the state machine owes, then the total order broadcast and all below it. */
  private static List<Property> replication() {
    int cycles = OrderedBroadcasts.TOTAL_CYCLES;
    List<Property> all = new ArrayList<>(ReplicationProperties.of("rsm", cycles));
    all.addAll(
        OrderedBroadcasts.overReliable(
            "rsm/tob", cycles, TotalOrderProperties.totalOrder("rsm/tob")));
    return all;
  }

  /** With what is owed by the detector below. */
  private static List<Property> withDetector(List<Property> own) {
    List<Property> all = new ArrayList<>(own);
    all.addAll(DetectorProperties.perfect("P"));
    return all;
  }
}
