package org.deltabed.checker;

import org.deltabed.trace.TraceRecord;
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

  Assumptions(RunTrace trace, Crashes crashes, Suspicions suspicions, Reasons reasons) {
    this.trace = trace;
    this.crashes = crashes;
    this.suspicions = suspicions;
    this.reasons = reasons;
  }

  void check() {
    trace.nodes().forEach((process, node) -> node.breaches.forEach(seen -> breach(process, seen)));
    trace.nodes().forEach((process, node) -> node.ends.forEach(seen -> end(process, seen)));
    suspicions.first().forEach(this::suspicion);
    suspicions.detections().forEach(this::detection);
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
    String who = trace.name(first.by()) + " missed " + trace.name(of);
    if (crashes.crashed(of)) {
      long lastSignNs = crashes.of(of).lastSignNs();
      if (timeNs < lastSignNs) {
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
      }
      return;
    }
    boolean witnessed = trace.witness() != null && !plannedToCrash(of);
    if (witnessed || trace.ended(of) || crashes.aliveAfter(of, timeNs)) {
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

  private boolean plannedToCrash(int process) {
    return trace.run().faults().stream()
        .anyMatch(fault -> fault.crashes() && fault.node() == trace.nodeId(process));
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
