package org.deltabed.checker;

import java.util.BitSet;
import org.deltabed.protocol.catalogue.Protocol;

/**
 * Measures every delay of a run against δ: of each message from its hand to its arrival, and of
 * each frame the time that a message would have waited which came just after the composition of the
 * frame before. Of a message that takes its sender k frames, k - 1 cycles do not count, unless the
 * protocol needs every message of a round within it.
 *
 * <p>Where the nodes' clocks differ, a delay is known but for the uncertainty of both: it is late
 * if it is so at the least, and undecided if it may be so at the most.
 */
final class Delays {
  private static final String NO_RECORD = ", which has no record of it";

  private final RunTrace trace;
  private final Crashes crashes;
  private final Reasons reasons;
  private final long deltaNs;
  private final DelayHistogram histogram;
  private final boolean everyMessageInTime;

  Delays(RunTrace trace, Protocol protocol, Crashes crashes, Reasons reasons) {
    this.trace = trace;
    this.everyMessageInTime = protocol.model().everyMessageInTime();
    this.crashes = crashes;
    this.reasons = reasons;
    this.deltaNs = trace.testbed().timing().deltaNs();
    this.histogram = new DelayHistogram(deltaNs);
  }

  DelayHistogram measure() {
    trace.nodes().forEach(this::frames);
    trace.nodes().forEach(this::messages);
    return histogram;
  }

  private void frames(int receiver, NodeTrace node) {
    Receptions frames = node.frames;
    for (int i = 0; i < frames.size(); i++) {
      NodeTrace sender = trace.nodes().get(frames.sender(i));
      long round = frames.key(i);
      if (sender == null || (sender.sends.find(round) < 0 && !crashes.crashed(frames.sender(i)))) {
        contradiction("frame", frames, i, receiver, node, NO_RECORD);
        continue;
      }
      int before = sender.sends.find(round - 1);
      if (before >= 0) {
        count(sender, sender.sends.timeNs(before), 0, false, frames, i, receiver, node);
      }
    }
  }

  private void messages(int receiver, NodeTrace node) {
    Receptions arrivals = node.arrivals;
    BitSet[] arrived = new BitSet[trace.testbed().n() + 1];
    for (int i = 0; i < arrivals.size(); i++) {
      int from = arrivals.sender(i);
      NodeTrace sender = trace.nodes().get(from);
      int hand = sender == null ? -1 : sender.hands.find(arrivals.key(i));
      if (hand >= 0) {
        long waitNs = waitNs(sender, hand);
        count(sender, sender.hands.timeNs(hand), waitNs, true, arrivals, i, receiver, node);
        arrived[from] = arrived[from] == null ? new BitSet() : arrived[from];
        arrived[from].set(hand);
      } else if (sender == null || !crashes.crashed(from)) {
        contradiction("message", arrivals, i, receiver, node, NO_RECORD);
      }
    }
    if (node.runEnd != null) {
      trace.nodes().forEach((from, sender) -> missing(receiver, node, from, sender, arrived[from]));
    }
  }

  /** What a message waits for the frames before the one that its last part is in. */
  private long waitNs(NodeTrace sender, int hand) {
    return everyMessageInTime
        ? 0
        : (sender.framesOf(hand) - 1) * trace.testbed().timing().cycleNs();
  }

  /**
   * A message of a process that lives must be there within δ, or the run must have ended before
   * that.
   */
  private void missing(int receiver, NodeTrace node, int from, NodeTrace sender, BitSet arrived) {
    if (from == receiver || crashes.crashed(from)) {
      return;
    }
    long endNs = node.runEnd.timeNs();
    for (int hand = 0; hand < sender.hands.size(); hand++) {
      long waitedNs = Durations.between(sender.hands.timeNs(hand), endNs);
      waitedNs -= waitNs(sender, hand);
      waitedNs -= uncertaintyNs(sender, sender.hands.timeNs(hand), node, endNs);
      if (waitedNs > deltaNs && (arrived == null || !arrived.get(hand))) {
        add(
            Verdict.BOUND_BROKEN,
            "message never arrived",
            from,
            sender.hands.timeNs(hand),
            waitedNs - deltaNs,
            "message "
                + sender.hands.key(hand)
                + " of "
                + trace.name(from)
                + " never reached "
                + trace.name(receiver),
            sender.file.ref(sender.hands.line(hand)));
      }
    }
  }

  private static long uncertaintyNs(NodeTrace from, long fromNs, NodeTrace to, long toNs) {
    return from.clock.uncertaintyNs(fromNs) + to.clock.uncertaintyNs(toNs);
  }

  private void count(
      NodeTrace from,
      long fromNs,
      long waitNs,
      boolean message,
      Receptions receptions,
      int i,
      int receiver,
      NodeTrace node) {
    long allNs = Durations.between(fromNs, receptions.timeNs(i));
    long delayNs = allNs - waitNs;
    long uncertaintyNs = uncertaintyNs(from, fromNs, node, receptions.timeNs(i));
    if (uncertaintyNs >= ClockOffset.UNKNOWN_NS) {
      return; // said once for the run
    }
    long backNs = from.clock.isShared() ? trace.testbed().clock().precisionNs() : uncertaintyNs;
    if (allNs < -backNs) {
      contradiction(
          message ? "message" : "frame", receptions, i, receiver, node, " before it was sent");
      return;
    }
    boolean late = delayNs - uncertaintyNs > deltaNs;
    histogram.count(delayNs, uncertaintyNs, message, late);
    if (histogram.isLongest(delayNs)) {
      histogram.longest(delayNs, node.file.ref(receptions.line(i)));
    }
    if (delayNs + uncertaintyNs > deltaNs) {
      beyond(late, delayNs, uncertaintyNs, message, receptions, i, receiver, node);
    }
  }

  private void beyond(
      boolean late,
      long delayNs,
      long uncertaintyNs,
      boolean message,
      Receptions receptions,
      int i,
      int receiver,
      NodeTrace node) {
    int sender = receptions.sender(i);
    String what =
        (message
                ? "message " + receptions.key(i)
                : "a message of round " + round(receptions.key(i)))
            + " from "
            + trace.name(sender)
            + " to "
            + trace.name(receiver)
            + (message ? " took " : " may have taken ")
            + Durations.text(delayNs)
            + (uncertaintyNs == 0 ? "" : " ± " + Durations.text(uncertaintyNs))
            + ", δ is "
            + Durations.text(deltaNs);
    add(
        late ? Verdict.BOUND_BROKEN : Verdict.INCOMPLETE,
        late ? (message ? "late message" : "late delivery") : "delay not decided",
        sender,
        receptions.timeNs(i),
        delayNs + (late ? -uncertaintyNs : uncertaintyNs) - deltaNs,
        late ? what : what + ": " + undecided(trace.nodes().get(sender), node),
        node.file.ref(receptions.line(i)));
  }

  /** Names the clock that is known worst, and what would make it better known. */
  private String undecided(NodeTrace sender, NodeTrace receiver) {
    long startNs = trace.time().startNs();
    long ofSenderNs = sender.clock.uncertaintyNs(startNs);
    long ofReceiverNs = receiver.clock.uncertaintyNs(startNs);
    NodeTrace worse = ofSenderNs > ofReceiverNs ? sender : receiver;
    return "too close to tell. The clock of node "
        + worse.file.node()
        + " is known to ± "
        + Durations.text(Math.max(ofSenderNs, ofReceiverNs))
        + "; a SYNC wire to it, more edges on it or clocks with less drift would decide it";
  }

  private long round(long busRound) {
    return busRound - trace.run().startRound() + 1;
  }

  private void contradiction(
      String what, Receptions receptions, int i, int receiver, NodeTrace node, String how) {
    int sender = receptions.sender(i);
    String which =
        what.equals("frame")
            ? "of round " + round(receptions.key(i))
            : String.valueOf(receptions.key(i));
    add(
        Verdict.INCOMPLETE,
        what + " from nowhere",
        sender,
        receptions.timeNs(i),
        0,
        trace.name(receiver) + " got " + what + " " + which + " of " + trace.name(sender) + how,
        node.file.ref(receptions.line(i)));
  }

  private void add(
      Verdict verdict,
      String rule,
      int process,
      long timeNs,
      long excessNs,
      String text,
      String ref) {
    long slot = trace.time().slotAt(timeNs);
    reasons.add(
        new Reason(
            verdict,
            rule,
            trace.nodeId(process),
            trace.time().roundOfSlot(slot),
            trace.time().slotInRound(slot),
            timeNs,
            excessNs,
            text,
            ref));
  }
}
