package org.deltabed.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What of a process is in memory, in KiB, as {@code /proc/PID/status} says.
 *
 * @param rssKib VmRSS, all of it
 * @param peakKib VmHWM, the most that it ever was
 * @param anonymousKib RssAnon, its own: heap, metadata, code, stacks
 * @param fileKib RssFile, pages of files, which processes share: JVM, class archive, libraries
 */
record ProcessMemory(long rssKib, long peakKib, long anonymousKib, long fileKib) {

  static ProcessMemory of(ProcessHandle process) {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
      return new ProcessMemory(
          field(status, "VmRSS"),
          field(status, "VmHWM"),
          field(status, "RssAnon"),
          field(status, "RssFile"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long field(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name));
  }
}
