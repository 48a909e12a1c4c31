package org.deltabed.checker;

import java.util.List;

/**
 * How a process of the fixture ends.
 *
 * @param process who
 * @param slot slot since the run's start
 * @param means as in {@link CrashMeans}
 * @param receivers of its last frame, when it ends within its own slot; null when that frame
 *     reaches everybody
 * @param afterDecide at its decision, and not at the slot
 */
record Pull(int process, int slot, String means, List<Integer> receivers, boolean afterDecide) {
  static final String PAUSE = "pause";

  /** Power is cut in the middle of a slot. */
  static Pull power(int process, int slot) {
    return new Pull(process, slot, CrashMeans.POWER_CUT, null, false);
  }

  static Pull pin(int process, int slot) {
    return new Pull(process, slot, CrashMeans.CRASH_PIN, null, false);
  }

  static Pull afterSubFrames(int process, int slot, Integer... receivers) {
    return new Pull(process, slot, CrashMeans.CRASH_POINT, List.of(receivers), false);
  }

  static Pull afterDecide(int process) {
    return new Pull(process, -1, CrashMeans.CRASH_POINT, null, true);
  }

  /** Stopped for two rounds; it then finds that it is too late, and ends itself (F29). */
  static Pull pause(int process, int slot) {
    return new Pull(process, slot, PAUSE, null, false);
  }

  int exitCode() {
    return switch (means) {
      case CrashMeans.POWER_CUT -> 137;
      case CrashMeans.CRASH_POINT -> 71;
      case CrashMeans.CRASH_PIN -> 72;
      case PAUSE -> 70;
      default -> throw new IllegalStateException(means);
    };
  }
}
