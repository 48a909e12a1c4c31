package org.deltabed.agent.core;

/**
 * The node must stop now, without another byte on the bus. Thrown by the core after it has recorded
 * why; the shell ends the process with {@link #exitCode}.
 */
public final class Halted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Fail-silent by the node's own rule. */
  public static final int FAIL_SILENT = 70;

  /** A planned crash point was reached. */
  public static final int CRASH_POINT = 71;

  /** The CRASH pin was driven. */
  public static final int CRASH_PIN = 72;

  private final int exitCode;

  public Halted(int exitCode, String reason) {
    super(reason, null, false, false);
    this.exitCode = exitCode;
  }

  /** The process's exit code. */
  public int exitCode() {
    return exitCode;
  }
}
