package org.deltabed.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What must never be in a protocol: input, output, clocks, threads, chance, and order that differs
 * between runs.
 */
class TidyTest {
  private static final List<Pattern> BANNED =
      Stream.of(
              "java\\.(io|net|nio|time|sql|util\\.concurrent|util\\.Random|security)\\b",
              "\\bThread\\b|\\bsynchronized\\b|\\bvolatile\\b|\\bparallel\\w*\\(",
              "\\bSystem\\.|\\bRuntime\\.|\\bProcessHandle\\b",
              "\\bRandom\\b|\\bSplittableRandom\\b|Math\\.random|\\bUUID\\b|identityHashCode",
              "\\b(Hash|IdentityHash|WeakHash)(Map|Set)\\b|\\bHashtable\\b",
              "\\bSet\\.(of|copyOf)\\(|\\bMap\\.(of|copyOf|ofEntries)\\([^)]",
              "toSet\\(|toMap\\(|groupingBy\\(|toUnmodifiable(Set|Map)\\(",
              "\\b(float|double)\\b|\\bassert ")
          .map(Pattern::compile)
          .toList();

  @Test
  void theMainSourcesArePure() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> sources;
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
      sources = walk.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    for (Path source : sources) {
      List<String> lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        for (Pattern banned : BANNED) {
          if (banned.matcher(withoutComment(lines.get(i))).find()) {
            found.add(source + ":" + (i + 1) + ": " + lines.get(i).strip());
          }
        }
      }
    }
    assertEquals(List.of(), found);
    assertTrue(sources.size() > 30, "the sources are read");
  }

  @Test
  void whatIsBannedIsFound() {
    for (String line :
        List.of(
            "import java.time.Instant;",
            "long now = System.nanoTime();",
            "new HashMap<Integer, Value>()",
            "for (int p : Set.of(1, 2))",
            "Thread.sleep(1);",
            "new java.util.Random()")) {
      assertTrue(BANNED.stream().anyMatch(banned -> banned.matcher(line).find()), line);
    }
  }

  @Test
  void theModuleNeedsOnlyJavaBase() throws IOException {
    assertTrue(!Files.readString(Path.of("src/main/java/module-info.java")).contains("requires"));
  }

  private static String withoutComment(String line) {
    String text = line.strip();
    int comment = text.indexOf("//");
    return text.startsWith("*") || text.startsWith("/*")
        ? ""
        : comment < 0 ? text : text.substring(0, comment);
  }
}
