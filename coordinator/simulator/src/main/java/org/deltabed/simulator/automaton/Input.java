package org.deltabed.simulator.automaton;

/** The inputs of a process as numbers, so that a step can be looked up. */
public final class Input {
  /** The next request that the workload has for the process. */
  public static final int ASK = 0;

  /** The cycle ends. */
  public static final int CYCLE_END = 1;

  /** What waits to be sent becomes a frame. */
  public static final int COMPOSE = 2;

  /** The process crashes. */
  public static final int CRASH = 3;

  /** The process has missed a frame: that is counted, and nothing else happens. */
  public static final int LOST = 4;

  /** A frame came to the process once more: that is counted, and nothing else happens. */
  public static final int REPEATED = 5;

  private static final int SILENCE = 6;
  private static final int HEARD = SILENCE + 65;
  private static final int FRAME = HEARD + 65;

  private Input() {}

  /** The slot of that process passes without its frame. */
  public static int silence(int process) {
    return SILENCE + process;
  }

  /** That process, which was silent, is heard again. */
  public static int heard(int process) {
    return HEARD + process;
  }

  /** The frame of that number is delivered. */
  public static int frame(int number) {
    return FRAME + number;
  }

  static boolean isFrame(int input) {
    return input >= FRAME;
  }

  static int frameOf(int input) {
    return input - FRAME;
  }

  static boolean isHeard(int input) {
    return input >= HEARD && input < FRAME;
  }

  static int heardOf(int input) {
    return input - HEARD;
  }

  static int silentOf(int input) {
    return input - SILENCE;
  }
}
