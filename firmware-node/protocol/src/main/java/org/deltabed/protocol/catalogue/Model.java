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
  /** As {@link #CRASH}, and frames may be lost or come twice, but not for ever. */
  FAIR_LOSS("crash-stop, frames may be lost", true) {
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
  /**
   * Processes crash and stop, a majority does not, and the detector may be wrong for as long as it
   * likes, but not for ever.
   */
  EVENTUALLY_PERFECT("partial synchrony, N > 2f", true) {
    @Override
    public int crashesMax(int n) {
      return (n - 1) / 2;
    }
  },
  /**
   * Messages take any time, nobody is told of anything, and at most one process crashes, which
   * leaves a majority.
   */
  ASYNCHRONOUS("asynchronous, f = 1", true) {
    @Override
    public int crashesMax(int n) {
      return Math.min(1, (n - 1) / 2);
    }
  },
  /** At most a third of the processes, less than that exactly, do whatever they like. */
  BYZANTINE("Byzantine, N > 3f", true) {
    @Override
    public int crashesMax(int n) {
      return (n - 1) / 3;
    }
  },
  /**
   * As {@link #BYZANTINE}, and until some time that nobody knows messages take any time: a process
   * may give up too early on another.
   */
  BYZANTINE_PARTIAL("Byzantine, partial synchrony, N > 3f", true) {
    @Override
    public int crashesMax(int n) {
      return (n - 1) / 3;
    }
  },
  /** As {@link #BYZANTINE}, and some do something in every cycle for ever. */
  BYZANTINE_CYCLES("Byzantine, N > 3f, paced by cycles", false) {
    @Override
    public int crashesMax(int n) {
      return (n - 1) / 3;
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
  /**
   * As {@link #CYCLES}, and until some time that nobody knows frames may be lost; from then on none
   * is.
   */
  PARTIALLY_SYNCHRONOUS("partial synchrony", false) {
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
      case FAIL_STOP,
          CRASH,
          FAIR_LOSS,
          CYCLES,
          FAIL_STOP_CYCLES,
          SYNCHRONOUS,
          PARTIALLY_SYNCHRONOUS ->
          true;
      case MAJORITY, EVENTUALLY_PERFECT, ASYNCHRONOUS, ONE_CRASH_CYCLES -> !property.isLiveness();
      case BYZANTINE, BYZANTINE_PARTIAL, BYZANTINE_CYCLES -> false;
      case FAIL_STOP_F, ROUNDS -> !property.isLiveness() && !property.needsDelta();
    };
  }

  /**
   * Whether every order of messages comes to an end. Where consensus is asked for and nobody is
   * told of anything, an adversary has orders that never do: that is what FLP says.
   */
  public boolean ordersEnd() {
    return asynchronous && this != ASYNCHRONOUS;
  }

  /** Whether it counts on every message being there within δ, one that is split too. */
  public boolean everyMessageInTime() {
    return this == ROUNDS || this == SYNCHRONOUS;
  }

  /** Whether something is said in every cycle for ever, so that no run comes to rest. */
  public boolean isPacedByCycles() {
    return switch (this) {
      case CYCLES, FAIL_STOP_CYCLES, ONE_CRASH_CYCLES, PARTIALLY_SYNCHRONOUS, BYZANTINE_CYCLES ->
          true;
      default -> false;
    };
  }

  /** Whether f counts processes that do as they like, and not only those that crash. */
  public boolean isByzantine() {
    return this == BYZANTINE || this == BYZANTINE_PARTIAL || this == BYZANTINE_CYCLES;
  }

  /** Whether a frame may get lost, or come twice, without anything being wrong. */
  public boolean bearsLosses() {
    return this == FAIR_LOSS || this == CYCLES || this == PARTIALLY_SYNCHRONOUS;
  }

  /** Whether a process that lives may be suspected, until it is restored. */
  public boolean maySuspectFalsely() {
    return this == EVENTUALLY_PERFECT || this == BYZANTINE_PARTIAL;
  }

  @Override
  public String toString() {
    return words;
  }
}
