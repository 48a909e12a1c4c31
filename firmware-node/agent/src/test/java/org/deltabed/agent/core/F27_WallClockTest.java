package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class F27_WallClockTest {
  private static final Pattern WALL_CLOCK =
      Pattern.compile(
          "currentTimeMillis|java\\.time\\.(Instant|Clock|Local|Zoned)|java\\.util\\.Date");
  private static final Pattern ANY_CLOCK =
      Pattern.compile("nanoTime|MonotonicClock|Thread\\.|LockSupport|java\\.io\\.File|java\\.nio");

  /** But for certificates, which are about dates; one begins in 1970, where a clock may stand. */
  @Test
  void theAgentNeverReadsTheWallClock() throws IOException {
    List<Path> readers = sources(Path.of("src/main/java"), WALL_CLOCK);
    assertEquals(
        List.of(), readers.stream().filter(file -> !file.toString().contains("/tls/")).toList());
  }

  @Test
  void theCoreReadsNoClockAtAll() throws IOException {
    assertEquals(List.of(), sources(Path.of("src/main/java/org/deltabed/agent/core"), ANY_CLOCK));
  }

  private static List<Path> sources(Path folder, Pattern forbidden) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertTrue(java.size() > 10, "the sources are where the build runs");
      return java.stream().filter(file -> forbidden.matcher(read(file)).find()).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
