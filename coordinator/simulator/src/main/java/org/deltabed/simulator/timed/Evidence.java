package org.deltabed.simulator.timed;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deltabed.checker.Campaign;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.Fault;
import org.deltabed.checker.MemoryJudge;
import org.deltabed.checker.RunState;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.wiring.NodeSpec;

/** A simulated run as the checker gets it from the lab: what was planned, and all records. */
final class Evidence {
  private static final int BOOT = 1;

  private final TimedSchedule schedule;
  private final TimedCluster cluster;
  private final String run;
  private final int startRound;

  Evidence(TimedSchedule schedule, TimedCluster cluster, String run, int startRound) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.run = run;
    this.startRound = startRound;
  }

  RunVerdict judge() {
    return MemoryJudge.judge(campaign(), schedule.testbed().withSharedClock(), cluster.records);
  }

  private Campaign campaign() {
    return new Campaign(
        Campaign.SCHEMA,
        "simulated",
        "simulated",
        "",
        schedule.seed(),
        schedule.protocol(),
        schedule.variant(),
        schedule.crashesMax(),
        schedule.requestsEach(),
        Verdict.PASS,
        "",
        null,
        true,
        List.of(campaignRun()));
  }

  private CampaignRun campaignRun() {
    SortedMap<Integer, Integer> boots = new TreeMap<>();
    SortedMap<Integer, Long> proposals = new TreeMap<>();
    for (NodeSpec node : schedule.testbed().nodes()) {
      boots.put(node.id(), BOOT);
      proposals.put(node.process(), schedule.proposals().get(node.slot()));
    }
    return new CampaignRun(
        run,
        "simulated",
        1,
        "",
        startRound,
        schedule.rounds(),
        TimedRun.NONCE,
        boots,
        proposals,
        faults(),
        Verdict.PASS,
        RunState.COMPLETE,
        "");
  }

  /** A cut that came when its node had carried the run through is none of this run. */
  private List<Fault> faults() {
    return schedule.crashes().stream()
        .filter(crash -> !cluster.node(crash.process()).ended())
        .map(this::fault)
        .toList();
  }

  private Fault fault(TimedCrash crash) {
    int n = schedule.testbed().n();
    long slot = Math.max(0, crash.crashNs() / schedule.testbed().timing().slotNs());
    int id = schedule.testbed().node(crash.process()).id();
    return Fault.of("powerCut", id, Math.toIntExact(slot / n) + 1, (int) (slot % n));
  }
}
