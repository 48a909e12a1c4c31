package org.deltabed.hardware.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the kernel says that it schedules a thread: from {@code /proc/.../stat}, see proc(5). */
public record Scheduling(int niceness, int realTimePriority, int policy) {

  public static final int ORDINARY = 0;
  public static final int FIFO = 1;

  /** Fields are counted from 1 there, and the first two are cut off here. */
  private static final int CUT_OFF = 3;

  public static Scheduling ofThisThread() throws IOException {
    return of(Path.of("/proc/thread-self"));
  }

  /** Of the thread with this directory below {@code /proc}. */
  public static Scheduling of(Path task) throws IOException {
    String stat = Files.readString(task.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return new Scheduling(
        Integer.parseInt(fields[19 - CUT_OFF]),
        Integer.parseInt(fields[40 - CUT_OFF]),
        Integer.parseInt(fields[41 - CUT_OFF]));
  }
}
