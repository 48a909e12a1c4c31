package org.deltabed.protocol.catalogue;

import org.deltabed.protocol.history.Property;

/** The failures and the timing that an algorithm is for. */
public enum Model {
  /** Processes crash and stop; P tells of it. */
  FAIL_STOP("fail-stop", true) {
    @Override
    public int crashesMax(int n) {
      return n - 1;
    }
  },
  /** Processes crash and stop, and nobody needs to be told. */
  CRASH("crash-stop", true) {
    @Override
    public int crashesMax(int n) {
      return n - 1;
    }
  },
  /** Processes crash and stop, and a majority does not: N &gt; 2f. */
  MAJORITY("crash-stop, N > 2f", true) {
    @Override
    public int crashesMax(int n) {
      return (n - 1) / 2;
    }
  },
  /** Fail-stop, and every process is told how many may crash. */
  FAIL_STOP_F("fail-stop, f known", true) {
    @Override
    public int crashesMax(int n) {
      return n - 1;
    }
  },
  /**
   * Processes crash and stop, and the end of a cycle is a clock: something is said in every cycle
   * for ever, so no order of messages ever comes to an end.
   */
  CYCLES("crash-stop, paced by cycles", false) {
    @Override
    public int crashesMax(int n) {
      return n - 1;
    }
  },
  /** As {@link #CYCLES}, and P tells of the crashes. */
  FAIL_STOP_CYCLES("fail-stop, paced by cycles", false) {
    @Override
    public int crashesMax(int n) {
      return n - 1;
    }
  },
  /** As {@link #FAIL_STOP_CYCLES}, and at most one process crashes. */
  ONE_CRASH_CYCLES("fail-stop, f = 1, paced by cycles", false) {
    @Override
    public int crashesMax(int n) {
      return Math.min(1, n - 1);
    }
  },
  /** As {@link #CYCLES}, and every message arrives within δ: silence after it means a crash. */
  SYNCHRONOUS("synchronous", false) {
    @Override
    public int crashesMax(int n) {
      return n - 1;
    }
  },
  /** Fail-stop, all begin in one cycle, and every message of a round arrives within it. */
  ROUNDS("synchronous rounds", false) {
    @Override
    public int crashesMax(int n) {
      return n - 1;
    }
  };

  private final String words;
  private final boolean asynchronous;

  Model(String words, boolean asynchronous) {
    this.words = words;
    this.asynchronous = asynchronous;
  }

  /** How many of n processes may crash. */
  public abstract int crashesMax(int n);

  /** Whether messages and detections may come in any order: it needs neither slots nor rounds. */
  public boolean isAsynchronous() {
    return asynchronous;
  }

  /**
   * Whether the property is owed too where more processes crash than the protocol was told, or is
   * made for. A majority that is gone takes what is to happen with it, and nothing else; who counts
   * the crashes is then wrong about all that rests on the count.
   */
  public boolean owesBeyondF(Property property) {
    return switch (this) {
      case FAIL_STOP, CRASH, CYCLES, FAIL_STOP_CYCLES, SYNCHRONOUS -> true;
      case MAJORITY, ONE_CRASH_CYCLES -> !property.isLiveness();
      case FAIL_STOP_F, ROUNDS -> !property.isLiveness() && !property.needsDelta();
    };
  }

  /** Whether it counts on every message being there within δ, one that is split too. */
  public boolean everyMessageInTime() {
    return this == ROUNDS || this == SYNCHRONOUS;
  }

  /** Whether something is said in every cycle for ever, so that no run comes to rest. */
  public boolean isPacedByCycles() {
    return this == CYCLES || this == FAIL_STOP_CYCLES || this == ONE_CRASH_CYCLES;
  }

  @Override
  public String toString() {
    return words;
  }
}
