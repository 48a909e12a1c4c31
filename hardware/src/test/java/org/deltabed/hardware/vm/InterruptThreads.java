package org.deltabed.hardware.vm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltabed.hardware.testing.Scheduling;

/**
 * The kernel's threads that make events of our lines' interrupts. A new one is an ordinary thread
 * for its first moments, before it makes itself a real-time one; on a machine with one processor,
 * edges that come fast then become one.
 */
public final class InterruptThreads {

  private InterruptThreads() {}

  /** Returns when all of them run at real-time priority. */
  public static void awaitReady() throws IOException, InterruptedException {
    for (int i = 0; i < 2_000; i++) {
      if (ready()) {
        return;
      }
      Thread.sleep(5);
    }
    throw new IllegalStateException("no interrupt thread of ours at real-time priority");
  }

  private static boolean ready() throws IOException {
    int ours = 0;
    int realTime = 0;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        String name = name(process);
        if (name.startsWith("irq/") && name.contains("deltabed")) {
          ours++;
          realTime += Scheduling.of(process).policy() == Scheduling.FIFO ? 1 : 0;
        }
      }
    }
    return ours > 0 && ours == realTime;
  }

  private static String name(Path process) {
    try {
      return Files.readString(process.resolve("comm"));
    } catch (IOException e) {
      return "";
    }
  }
}
