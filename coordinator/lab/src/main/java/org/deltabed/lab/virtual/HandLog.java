package org.deltabed.lab.virtual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What was really done to the nodes' power, and when: the log of whoever did it. The bench's
 * instruments never read it; it is what their evidence can be held against.
 */
final class HandLog {

  private final Path file;

  HandLog(Path file) {
    this.file = file;
  }

  /**
   * Something was done between two times.
   *
   * @param what {@code pull plug pause resume}
   * @param fromNs just before, on {@link System#nanoTime()}
   * @param toNs when it was seen to be done
   */
  synchronized void did(String what, int node, long fromNs, long toNs) {
    String line =
        "{\"did\":\"%s\",\"node\":%d,\"fromNs\":%d,\"toNs\":%d}%n"
            .formatted(what, node, fromNs, toNs);
    try {
      Files.writeString(
          file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      System.err.println("the hand's log: " + e);
    }
  }
}
