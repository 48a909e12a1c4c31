package org.deltabed.checker;

/** By what means a node came to its end: the kinds of planned crashes, or something else. */
final class CrashMeans {
  static final String POWER_CUT = "powerCut";
  static final String CRASH_POINT = "crashPoint";
  static final String CRASH_PIN = "crashPin";

  /** The supply rail is gone: so was the node, by whatever means before. */
  static final String SENSE = "sense";

  /** A later boot of the node: by then it was dead, by whatever means. */
  static final String NEW_BOOT = "newBoot";

  /** The agent's exit codes; 137 is SIGKILL. */
  private static final int SIGKILL = 137;

  private static final int AT_CRASH_POINT = 71;
  private static final int AT_CRASH_PIN = 72;

  private CrashMeans() {}

  static String ofExitCode(long code) {
    if (code == SIGKILL) {
      return POWER_CUT;
    }
    if (code == AT_CRASH_POINT) {
      return CRASH_POINT;
    }
    return code == AT_CRASH_PIN ? CRASH_PIN : "exit with code " + code;
  }
}
