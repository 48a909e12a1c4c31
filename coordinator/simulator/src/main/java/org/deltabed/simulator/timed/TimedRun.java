package org.deltabed.simulator.timed;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deltabed.agent.core.RunOrder;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Suspicion;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/** Simulates one schedule: start-up, one run, power cuts at their instants; and judges it. */
public final class TimedRun {
  private static final String RUN = "r01";
  static final String NONCE = "0123456789abcdef";

  /** A cluster that has not formed by then never will. */
  private static final int START_UP_CYCLES_MAX = 40;

  /** Clocks are corrected more coarsely while they settle. */
  private static final int SETTLING_CYCLES = 10;

  private static final int LEAD_ROUNDS = 2;

  private final TimedSchedule schedule;
  private final Testbed testbed;
  private final Timing timing;
  private final RunObserver observer;
  private final TimedCluster cluster;
  private final Precision precision;
  private int startRound;
  private long runStartNs;
  private boolean ordered;

  TimedRun(TimedSchedule schedule, RunObserver observer) {
    this.schedule = schedule;
    this.observer = observer;
    testbed = schedule.testbed();
    timing = testbed.timing();
    cluster = new TimedCluster(schedule, (transmission, _) -> passed(transmission));
    precision = new Precision(cluster.nodes);
  }

  /** Simulates and judges. */
  public static TimedOutcome run(TimedSchedule schedule) {
    TimedRun run = new TimedRun(schedule, RunObserver.NONE);
    run.play();
    return run.outcome();
  }

  /** The instant that crashes are counted from, once the run has been ordered. */
  long runStartNs() {
    return runStartNs;
  }

  TimedCluster cluster() {
    return cluster;
  }

  int nodeId(int process) {
    return testbed.node(process).id();
  }

  long position(Transmission frame) {
    return (long) frame.round * testbed.n() + frame.process - 1;
  }

  /** The slots of the run's rounds, by their positions on the bus. */
  private boolean inRun(long position) {
    long first = (long) startRound * testbed.n();
    return ordered
        && position >= first
        && position < first + (long) schedule.rounds() * testbed.n();
  }

  void play() {
    startUp();
    order();
    long giveUpNs = runStartNs + 2L * (schedule.rounds() + LEAD_ROUNDS) * timing.cycleNs();
    while (!cluster.nodes.stream().allMatch(TimedNode::done) && step(giveUpNs)) {
      // on to the next event
    }
    cluster.restore(testbed);
    cluster.witness.end();
  }

  private boolean step(long untilNs) {
    boolean happened = cluster.time.step(untilNs);
    if (happened && ordered) {
      observer.happened(cluster.time.nowNs());
    }
    return happened;
  }

  private void startUp() {
    long limitNs = cluster.time.nowNs() + START_UP_CYCLES_MAX * timing.cycleNs();
    while (!cluster.living().stream().allMatch(TimedNode::joined) && step(limitNs)) {
      // on to the next event
    }
    long settledNs = cluster.time.nowNs() + SETTLING_CYCLES * timing.cycleNs();
    while (step(settledNs)) {
      // on to the next event
    }
  }

  private void order() {
    List<TimedNode> joined = cluster.nodes.stream().filter(TimedNode::joined).toList();
    cluster.witness.begin(RUN);
    if (joined.isEmpty()) {
      return;
    }
    TimedNode first = joined.getFirst();
    startRound = Math.toIntExact(first.position() / testbed.n()) + LEAD_ROUNDS;
    runStartNs = first.slotStartNs((long) startRound * testbed.n());
    ordered = true;
    joined.forEach(node -> node.order(orderOf(node.process), startRound));
    for (TimedCrash crash : schedule.crashes()) {
      cluster.time.at(runStartNs + crash.crashNs(), () -> cluster.cut(crash.process()));
    }
  }

  private RunOrder orderOf(int process) {
    return new RunOrder(
        RUN,
        NONCE,
        schedule.protocol(),
        schedule.variant(),
        testbed.hash(),
        Collections.nCopies(testbed.n(), 1),
        schedule.crashesMax(),
        schedule.rounds(),
        schedule.proposals().get(process - 1),
        schedule.requestsEach(),
        null);
  }

  private void passed(Transmission frame) {
    long position = position(frame);
    if (inRun(position)) {
      precision.measure(position);
      observer.passed(frame);
    }
  }

  TimedOutcome outcome() {
    RunVerdict judged = new Evidence(schedule, cluster, RUN, startRound).judge();
    return new TimedOutcome(
        schedule,
        judged,
        runStartNs,
        precision.worstNs(),
        detectionNs(judged),
        List.copyOf(cluster.records));
  }

  private static SortedMap<Integer, Long> detectionNs(RunVerdict judged) {
    SortedMap<Integer, Long> longestNs = new TreeMap<>();
    judged.crashes().forEach(crash -> longestNs.put(crash.process(), TimedOutcome.NONE_NS));
    for (Suspicion suspicion : judged.suspicions()) {
      longestNs.computeIfPresent(
          suspicion.of(), (_, before) -> Math.max(before, suspicion.detectionNs()));
    }
    return longestNs;
  }
}
