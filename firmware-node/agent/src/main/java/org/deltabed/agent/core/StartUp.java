package org.deltabed.agent.core;

import org.deltabed.wire.Frame;

/**
 * Start-up without a master, as in TTP/C: listen for a time that is different for each node; take
 * over the time of a frame that is heard; else propose one's own with a cold-start frame. The first
 * cold start only restarts everybody's time-outs (TTP/C's big bang): there may have been two, whose
 * frames collided or passed each other. The time-outs after it differ by at least a slot, so that
 * the second cold start is alone, and all take their time from it.
 */
final class StartUp {
  /** Typical time from a frame's end on the line to its stamp; the same at all receivers. */
  static final long LATENCY_NS = 150_000;

  private static final int LISTEN_CYCLES = 2;

  /** A first cold start longer ago than this is forgotten. */
  private static final int BANG_CYCLES = 4;

  private final Schedule schedule;
  private final Membership membership;
  private long timeoutNs;
  private boolean banged;
  private long bangNs;
  private boolean coldStartEchoed;

  StartUp(Schedule schedule, Membership membership, long nowNs) {
    this.schedule = schedule;
    this.membership = membership;
    restart(nowNs);
  }

  /** When the node stops listening and proposes its own time. */
  long timeoutNs() {
    return timeoutNs;
  }

  /** The whole time-out again: somebody is there. */
  void restart(long nowNs) {
    timeoutNs = nowNs + LISTEN_CYCLES * schedule.settings.timing().cycleNs() + ownNs();
  }

  /** Falls back to listening; after a cold start a cycle of it has already passed. */
  void listen(long nowNs) {
    boolean unanswered = schedule.state() == NodeState.COLD_START;
    membership.clear();
    schedule.state(NodeState.LISTEN, nowNs);
    restart(nowNs);
    if (unanswered) {
      timeoutNs = nowNs + ownNs();
    }
  }

  /** The part of the time-outs that is different for each node. */
  private long ownNs() {
    return schedule.settings.self() * schedule.settings.timing().slotNs();
  }

  /** A cold start that is not followed, since it is the first: time-outs begin anew with it. */
  void bang(long nowNs) {
    if (schedule.state() == NodeState.LISTEN) {
      banged = true;
      bangNs = nowNs;
      restart(nowNs);
    }
  }

  /** Makes the present moment the start of the node's own slot in round 0. */
  void coldStart(long nowNs) {
    schedule.position = schedule.settings.self() - 1L;
    schedule.clock.set(schedule.position, nowNs);
    schedule.begun = true;
    coldStartEchoed = false;
    banged = true;
    bangNs = nowNs;
    schedule.state(NodeState.COLD_START, nowNs);
  }

  /**
   * The node's own cold-start frame was on the line: all others take their time from when it was
   * there, so the node does the same, however long it took to get there.
   */
  void echoed(long bytes, long arrivalNs) {
    if (!coldStartEchoed) {
      coldStartEchoed = true;
      long lineNs = bytes * schedule.settings.timing().byteNs();
      long sentNs = arrivalNs - LATENCY_NS - lineNs - schedule.settings.turnaroundNs();
      long own = schedule.settings.self() - 1L;
      schedule.clock.set(own, Math.max(sentNs, schedule.clock.startNs(own)));
    }
  }

  /** Takes over the time of a frame to all. */
  void integrate(Frame frame, long arrivalNs, long nowNs) {
    long sentNs =
        arrivalNs
            - LATENCY_NS
            - schedule.settings.lineNs(frame.payloadBytes())
            - schedule.settings.turnaroundNs();
    schedule.position = schedule.clock.position(frame.round(), frame.slot());
    schedule.clock.set(schedule.position, sentNs);
    schedule.begun = true;
    // A frame of a cluster may have been held up; a second one tells. A lone sender needs an
    // answer.
    schedule.doubtful = Long.bitCount(frame.heard()) > 1;
    membership.clear();
    schedule.state(NodeState.INTEGRATING, nowNs);
  }

  /** Whether a cold-start frame that came now is to be followed, since there was one before it. */
  boolean follows(long nowNs) {
    long cycleNs = schedule.settings.timing().cycleNs();
    long sinceNs = nowNs - bangNs;
    boolean second = banged && sinceNs >= cycleNs / 2; // sooner is of the same bang
    return switch (schedule.state()) {
      case LISTEN -> second && sinceNs <= BANG_CYCLES * cycleNs;
      case COLD_START -> second;
      case INTEGRATING, JOINED -> false;
    };
  }
}
