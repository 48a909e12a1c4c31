package org.deltabed.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.hardware.posix.Posix;

/**
 * Raises this process above ordinary ones. The few threads with {@link RealTimePriority} still
 * wait, at a garbage collection or a lock, for threads of the virtual machine that have none; those
 * must not queue behind a compiler that somebody else runs.
 */
public final class ProcessPriority {

  private static final int NICENESS = -10;

  private ProcessPriority() {}

  /**
   * Raises all threads there are, which those to come inherit; false if the system does not grant
   * it.
   */
  public static boolean raise() {
    try (Arena arena = Arena.ofConfined();
        Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      Posix posix = new Posix(arena);
      List<Integer> threads =
          tasks.map(task -> Integer.valueOf(task.getFileName().toString())).toList();
      boolean granted = true;
      for (int thread : threads) {
        boolean raised = posix.nice(thread, NICENESS) == 0;
        granted &= raised || posix.errno() == Posix.ESRCH; // it has ended meanwhile
      }
      return granted;
    } catch (IOException | UncheckedIOException e) {
      return false; // no /proc: not Linux
    }
  }
}
