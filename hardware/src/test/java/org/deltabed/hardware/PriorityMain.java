package org.deltabed.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.deltabed.hardware.testing.Scheduling;

/** Raises itself, and says whether that was granted and which niceness its threads then have. */
final class PriorityMain {

  private PriorityMain() {}

  public static void main(String[] arguments) throws IOException {
    boolean granted = ProcessPriority.raise();
    TreeSet<Integer> found = new TreeSet<>();
    for (Path task : tasks()) {
      try {
        found.add(Scheduling.of(task).niceness());
      } catch (NoSuchFileException e) {
        // The thread has ended meanwhile.
      }
    }
    System.out.println(granted + " " + found);
  }

  private static List<Path> tasks() throws IOException {
    try (var tasks = Files.list(Path.of("/proc/self/task"))) {
      return tasks.toList();
    }
  }
}
