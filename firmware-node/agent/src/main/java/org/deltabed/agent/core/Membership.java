package org.deltabed.agent.core;

import java.util.Arrays;

/**
 * Who hears whom. Each frame says whom its sender heard in the n slots before it; from that a node
 * learns whether it is on the side that lost a frame that most others have.
 *
 * <p>Only reports of frames sent two rounds or more after a suspicion count: they speak of slots
 * after it. A sender that crashed between its receivers cannot have been heard in those.
 */
final class Membership {
  private static final int NEVER = -1;

  /** Rounds after which a report speaks only of what came after an event. */
  private static final int SETTLED_ROUNDS = 2;

  private final int n;
  private final int self;
  private final long[] reports;
  private final int[] suspectedRound;
  private long heard;
  private long suspected;
  private long reporters;
  private int runRound;

  Membership(int n, int self) {
    this.n = n;
    this.self = self;
    reports = new long[n + 1];
    suspectedRound = new int[n + 1];
    forgetSuspicions();
  }

  /** The processes heard in the last n slots, the node's own included once it has sent. */
  long heard() {
    return heard;
  }

  /** What the node reports to others: whom it hears and does not suspect. */
  long report() {
    return heard & ~suspected;
  }

  boolean hears(int process) {
    return (heard & NodeSettings.bit(process)) != 0;
  }

  void sent() {
    heard |= NodeSettings.bit(self);
  }

  /** A run begins: nobody is suspected, and the node is owed to be heard from now on. */
  void beginRun(int round) {
    forgetSuspicions();
    runRound = round;
  }

  /** A frame was accepted in its slot. */
  void frame(int sender, long report) {
    heard |= NodeSettings.bit(sender);
    reporters |= NodeSettings.bit(sender);
    reports[sender] = report;
  }

  /** A slot passed without an acceptable frame of its owner. */
  void silence(int owner) {
    heard &= ~NodeSettings.bit(owner);
    reporters &= ~NodeSettings.bit(owner);
  }

  /** From this round on the owner counts as crashed in the run. */
  void suspect(int process, int round) {
    if (suspectedRound[process] == NEVER) {
      suspectedRound[process] = round;
      suspected |= NodeSettings.bit(process);
    }
  }

  boolean suspects(int process) {
    return suspectedRound[process] != NEVER;
  }

  /** Forgets everybody: the node leaves its cluster. */
  void clear() {
    heard = 0;
    reporters = 0;
    forgetSuspicions();
  }

  void forgetSuspicions() {
    Arrays.fill(suspectedRound, NEVER);
    suspected = 0;
  }

  /**
   * At the end of a run's round: the process about which the node is in the minority, itself if
   * most did not hear it, or 0.
   */
  int minority(int round) {
    if (round >= runRound + SETTLED_ROUNDS) {
      int others = Long.bitCount(reporters);
      if (2 * (others - heardBy(self)) > others) {
        return self;
      }
    }
    for (int process = 1; process <= n; process++) {
      int since = suspectedRound[process];
      if (since != NEVER && round >= since + SETTLED_ROUNDS) {
        int others = Long.bitCount(reporters & ~NodeSettings.bit(process));
        if (2 * heardBy(process) > others) {
          return process;
        }
      }
    }
    return 0;
  }

  /** How many of the others, of this round's reporters, say that they heard the process. */
  private int heardBy(int process) {
    int count = 0;
    for (int reporter = 1; reporter <= n; reporter++) {
      boolean reports = (reporters & NodeSettings.bit(reporter)) != 0 && reporter != process;
      if (reports && (this.reports[reporter] & NodeSettings.bit(process)) != 0) {
        count++;
      }
    }
    return count;
  }
}
