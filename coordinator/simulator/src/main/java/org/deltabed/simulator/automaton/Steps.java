package org.deltabed.simulator.automaton;

import java.util.Arrays;

/**
 * The steps of an {@link Automaton} that one thread has asked for, remembered without locks. An
 * answer is one long: the local state after, the frame that was composed, and whether the process
 * indicated something that is observed.
 */
public final class Steps {
  static final int NO_FRAME = -1;
  private static final int LOCAL_BITS = 28;
  private static final int FRAME_BITS = 20;
  static final int CRASHED_BITS = 15;
  private static final long LOCAL = (1L << LOCAL_BITS) - 1;
  private static final long FRAME = (1L << FRAME_BITS) - 1;
  private static final long SEEN = 1L << 60;
  private static final long DECIDED = 1L << 61;

  /** The answer depends on who had crashed, since it is logged. */
  private static final long DEPENDS = -2;

  /** One key is for an answer that does not depend on who crashed, the others for those that do. */
  private static final int PROCESSES_MAX = CRASHED_BITS - 1;

  private final Automaton automaton;
  private final LongMap[] known;
  private int slot;

  /** By local state: 1 if the process lives, -1 if not, 0 if that was not asked yet. */
  private byte[] lives = new byte[0];

  public Steps(Automaton automaton) {
    this.automaton = automaton;
    if (automaton.n() > PROCESSES_MAX) {
      throw new IllegalArgumentException("more than " + PROCESSES_MAX + " processes");
    }
    known = new LongMap[automaton.n() + 1];
    for (int p = 1; p < known.length; p++) {
      known[p] = new LongMap();
    }
  }

  /** The slot in which the steps that follow are taken. */
  public void at(int now) {
    slot = now;
  }

  /**
   * The answer to that input.
   *
   * @param crashed who has crashed by now, this slot's crashes included: process p is bit p-1
   */
  public long step(int process, int local, int input, int crashed) {
    if (input >= 1 << FRAME_BITS) {
      throw new TooLarge("more frames than " + FRAME_BITS + " bits can number");
    }
    long key = (((long) local << FRAME_BITS) | input) << CRASHED_BITS;
    long answer = known[process].get(key);
    if (answer >= 0) {
      return answer;
    }
    if (answer == DEPENDS && !automaton.isTimed()) {
      answer = known[process].get(key + crashed + 1);
      if (answer >= 0) {
        return answer;
      }
    }
    return ask(process, local, input, crashed, key);
  }

  private long ask(int process, int local, int input, int crashed, long key) {
    long answer = automaton.step(process, local, input, crashed, slot);
    if ((answer & SEEN) == 0) {
      known[process].put(key, answer);
    } else {
      known[process].put(key, DEPENDS);
      if (!automaton.isTimed()) {
        known[process].put(key + crashed + 1, answer);
      }
    }
    return answer;
  }

  /** Those of these local states, by rank, whose processes live: process p is bit p-1. */
  public int alive(int[] localsByRank) {
    int alive = 0;
    for (int p = 1; p < localsByRank.length; p++) {
      alive |= isAlive(localsByRank[p]) ? 1 << (p - 1) : 0;
    }
    return alive;
  }

  private boolean isAlive(int local) {
    if (local >= lives.length) {
      lives = Arrays.copyOf(lives, 2 * local + 16);
    }
    if (lives[local] == 0) {
      lives[local] = (byte) (automaton.isAlive(local) ? 1 : -1);
    }
    return lives[local] > 0;
  }

  public static int local(long answer) {
    return (int) (answer & LOCAL);
  }

  public static int frame(long answer) {
    return (int) ((answer >>> LOCAL_BITS) & FRAME) - 1;
  }

  /** Whether it indicated something that is observed. */
  public static boolean decided(long answer) {
    return (answer & DECIDED) != 0;
  }

  static long answer(int local, int frame, boolean seen, boolean decided) {
    if (local > LOCAL || frame >= FRAME) {
      throw new TooLarge("more local states or frames than an answer can number");
    }
    return local | ((frame + 1L) << LOCAL_BITS) | (seen ? SEEN : 0) | (decided ? DECIDED : 0);
  }
}
