package org.deltabed.lab.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes were started with. */
public final class CommandLines {

  private CommandLines() {}

  /**
   * The words of a process's command line, parted by blanks; empty when it has ended. Java itself
   * gives up on those that are longer than a page, as class paths are.
   */
  public static String of(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return Files.readString(file).replace('\0', ' ').strip();
    } catch (IOException e) {
      return process.info().commandLine().orElse("");
    }
  }
}
