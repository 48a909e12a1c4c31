package org.deltabed.lab.cli;

/** Exit codes beside those of verdicts. */
public final class ExitCodes {

  /** Wrong usage, or input that breaks a rule. */
  public static final int USAGE = 64;

  /** An error of deltabed itself. */
  public static final int INTERNAL = 70;

  /** Stopped by the user. */
  public static final int STOPPED = 130;

  private ExitCodes() {}
}
