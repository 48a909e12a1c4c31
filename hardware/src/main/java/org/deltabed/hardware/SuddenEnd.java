package org.deltabed.hardware;

import org.deltabed.hardware.posix.Posix;

/**
 * Ends this process at once, as near to a loss of power as a program can bring it. {@link
 * Runtime#halt} runs no hook either, but HotSpot then waits up to 300 ms for threads that are
 * inside native calls, as a serial reader always is; a crashed node would hold its terminal and its
 * pins for three cycles.
 */
public final class SuddenEnd {

  private SuddenEnd() {}

  /**
   * Does not return.
   *
   * @param code the process's exit code, 0 to 255
   */
  public static void with(int code) {
    Posix.exitNow(code);
    Runtime.getRuntime().halt(code); // not reached on Linux
  }
}
