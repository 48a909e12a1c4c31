package org.deltabed.checker;

import java.util.Locale;
import java.util.function.Predicate;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Timing;

/**
 * The assumptions that the nodes themselves saw broken, and suspicions that no crash explains.
 * Delays are judged in {@link Delays}.
 */
final class Assumptions {
  private final RunTrace trace;
  private final Crashes crashes;
  private final Suspicions suspicions;
  private final Reasons reasons;
  private final ClockOffsets clocks;

  Assumptions(
      RunTrace trace,
      Crashes crashes,
      Suspicions suspicions,
      ClockOffsets clocks,
      Reasons reasons) {
    this.trace = trace;
    this.clocks = clocks;
    this.crashes = crashes;
    this.suspicions = suspicions;
    this.reasons = reasons;
  }

  void check() {
    trace.nodes().forEach((process, node) -> node.breaches.forEach(seen -> breach(process, seen)));
    trace.nodes().forEach((process, node) -> node.ends.forEach(seen -> end(process, seen)));
    suspicions.first().forEach(this::suspicion);
    suspicions.detections().forEach(this::detection);
    trace.nodes().forEach(this::drift);
  }

  /** Both clocks may drift: the lab's too (F28). */
  private void drift(int process, NodeTrace node) {
    ClockEvidence.Clock clock = clocks.of(node.file.node(), node.file.boot());
    double boundPpm = 2.0 * trace.testbed().clock().driftPpmMax();
    if (node.runStart == null || Math.abs(clock.driftPpm()) - clock.driftErrorPpm() <= boundPpm) {
      return;
    }
    String text =
        String.format(
            Locale.ROOT,
            "the clock of %s runs %+.1f ± %.1f ppm against the lab's by its SYNC edges; two clocks"
                + " of this wiring may differ by %.0f ppm",
            trace.name(process),
            clock.driftPpm(),
            clock.driftErrorPpm(),
            boundPpm);
    broken("clock drift", process, node.runStart, 0, text);
  }

  private void breach(int process, Seen seen) {
    TraceRecord record = seen.record();
    String at = trace.name(process);
    String peer = trace.name(record.peer());
    switch (record.kind()) {
      case LATE ->
          broken(
              "late frame",
              record.peer(),
              seen,
              record.b(),
              "a frame of "
                  + peer
                  + " reached "
                  + at
                  + " "
                  + Durations.text(record.b())
                  + " after its slot's deadline");
      case OVERRUN ->
          broken(
              "overrun",
              process,
              seen,
              record.a(),
              at + " began its step " + Durations.text(record.a()) + " after its deadline");
      case MISSED_SLOT ->
          broken(
              "missed slot",
              process,
              seen,
              record.a(),
              at + " was " + Durations.text(record.a()) + " too late for its own slot");
      case FALSE_SUSPICION ->
          broken(
              "false suspicion",
              record.peer(),
              seen,
              0,
              at + " got a frame of " + peer + ", which it already suspected");
      case MINORITY ->
          broken(
              "minority",
              process,
              seen,
              0,
              at + " found itself in the minority: frames reach some nodes only");
      case OVERFLOW ->
          broken(
              "overflow",
              process,
              seen,
              0,
              "a queue of " + at + " was full: a message cannot keep its bound");
      default -> throw new IllegalStateException("no breach: " + record.kind());
    }
  }

  private void broken(String rule, int process, Seen seen, long excessNs, String text) {
    reasons.add(trace.reason(Verdict.BOUND_BROKEN, rule, process, seen, excessNs, text));
  }

  private void end(int process, Seen seen) {
    String text = trace.name(process) + ": " + seen.record().kind() + " " + seen.record().data();
    reasons.add(trace.reason(Verdict.PASS, "node stopped itself", process, seen, 0, text));
  }

  /**
   * A suspicion is false when its process lived on; without a proof of either there is a gap in the
   * evidence.
   */
  private void suspicion(Suspicions.First first) {
    int of = first.of();
    long timeNs = first.seen().timeNs();
    long uncertaintyNs = trace.uncertaintyNs(first.by(), timeNs);
    long latestNs = Durations.between(-uncertaintyNs, timeNs);
    String who = trace.name(first.by()) + " missed " + trace.name(of);
    if (paused(first, latestNs, who)) {
      return;
    }
    if (crashes.crashed(of)) {
      long lastSignNs = crashes.of(of).lastSignNs();
      if (latestNs < lastSignNs) {
        broken(
            "false suspicion",
            of,
            first.seen(),
            0,
            who
                + " "
                + Durations.text(lastSignNs - timeNs)
                + " before its last sign of life, "
                + crashes.of(of).lastSign());
      } else if (Durations.between(uncertaintyNs, timeNs) < lastSignNs
          && uncertaintyNs < ClockOffset.UNKNOWN_NS) {
        undecided(first, who, uncertaintyNs);
      }
      return;
    }
    boolean witnessed = trace.witness() != null && seesDeath(of) && !planned(of, Fault::crashes);
    if (witnessed || trace.ended(of) || crashes.aliveAfter(of, latestNs)) {
      broken("false suspicion", of, first.seen(), 0, who + ", which did not crash");
    } else {
      reasons.add(
          trace.reason(
              Verdict.INCOMPLETE,
              "suspicion without evidence",
              of,
              first.seen(),
              0,
              who + ", and no witness says whether it crashed"));
    }
  }

  private void undecided(Suspicions.First first, String who, long uncertaintyNs) {
    String text =
        who
            + " within "
            + Durations.text(uncertaintyNs)
            + " of its last sign of life, "
            + crashes.of(first.of()).lastSign()
            + ": its clock is not known well enough to tell which was first";
    reasons.add(
        trace.reason(
            Verdict.INCOMPLETE, "suspicion not decided", first.of(), first.seen(), 0, text));
  }

  /**
   * A node that was to be pulled fell silent and was missed, and later went on: it stood still,
   * with its power on (F29).
   */
  private boolean paused(Suspicions.First first, long missedNs, String who) {
    int of = first.of();
    NodeTrace node = trace.nodes().get(of);
    boolean pulled =
        planned(of, fault -> fault.kind().equals("powerCut"))
            && !planned(of, fault -> fault.kind().equals("pause"));
    if (!pulled || node == null || node.latest == null) {
      return false;
    }
    // One that found itself late stopped, and lost its power only for a new start.
    if (crashes.lostPower(of) && !foundItselfLate(node)) {
      return false;
    }
    long wroteNs = node.latest.timeNs();
    long afterNs = Durations.between(missedNs, Durations.between(uncertain(node), wroteNs));
    if (afterNs <= 0) {
      return false;
    }
    broken(
        "paused, not pulled",
        of,
        first.seen(),
        afterNs,
        who
            + ", but it was not dead: it "
            + (foundItselfLate(node) ? "paused" : "paused or was not heard")
            + ", and still wrote records "
            + Durations.text(afterNs)
            + " later ("
            + node.latest.ref()
            + "). A node that stands still is as silent as a dead one");
    return true;
  }

  private static boolean foundItselfLate(NodeTrace node) {
    return node.breaches.stream()
        .map(breach -> breach.record().kind())
        .anyMatch(kind -> kind == Kind.OVERRUN || kind == Kind.MISSED_SLOT);
  }

  private static long uncertain(NodeTrace node) {
    return node.clock.uncertaintyNs(node.latest.timeNs());
  }

  /**
   * Whether a witness would have seen the process die, so that its silence means life: the end of
   * its program, or its supply rail.
   */
  private boolean seesDeath(int process) {
    NodeSpec node = trace.testbed().node(process);
    return node.power().by().equals("process") || node.coordinatorPins().containsKey("sense");
  }

  private boolean planned(int process, Predicate<Fault> kind) {
    return trace.run().faults().stream()
        .anyMatch(fault -> fault.node() == trace.nodeId(process) && kind.test(fault));
  }

  private void detection(Suspicions.Detected detected) {
    Suspicion suspicion = detected.suspicion();
    Timing timing = trace.testbed().timing();
    long boundNs = timing.detectionBoundNs();
    String text =
        trace.name(suspicion.by())
            + " detected the crash of "
            + trace.name(suspicion.of())
            + " "
            + Durations.text(suspicion.lowerNs())
            + " to "
            + Durations.text(suspicion.detectionNs())
            + " after it, the bound is "
            + Durations.text(boundNs);
    if (suspicion.lowerNs() > boundNs) {
      broken(
          "late detection", suspicion.by(), detected.seen(), suspicion.lowerNs() - boundNs, text);
    } else if (suspicion.detectionNs() > boundNs) {
      reasons.add(
          trace.reason(
              Verdict.INCOMPLETE,
              "detection not decided",
              suspicion.by(),
              detected.seen(),
              suspicion.detectionNs() - boundNs,
              text));
    }
  }
}
