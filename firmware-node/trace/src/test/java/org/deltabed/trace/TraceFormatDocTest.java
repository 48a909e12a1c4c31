package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * docs/trace-format.md is what others write readers from: it names everything, and its examples are
 * true.
 */
class TraceFormatDocTest {
  private static final Path DOC = Path.of("../../docs/trace-format.md");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(DOC);
  }

  @Test
  void everyKindHasItsRowWithItsNumberAndFields() throws IOException {
    for (Kind kind : Kind.values()) {
      String row =
          lines().stream()
              .filter(line -> line.startsWith("| `" + kind.name() + "` | " + kind.code() + " |"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no row for " + kind));
      for (String name : List.of(kind.peerName(), kind.aName(), kind.bName())) {
        boolean unused = Set.of("peer", "a", "b").contains(name);
        assertTrue(unused || row.contains("`" + name + "`"), kind + " lacks " + name);
      }
    }
  }

  @Test
  void everyExampleLineIsARecordAsItIsWritten() throws IOException {
    List<String> examples = lines().stream().filter(line -> line.startsWith("{\"v\":1")).toList();
    assertTrue(examples.size() >= 10);
    for (String example : examples) {
      byte[] line = example.getBytes(StandardCharsets.UTF_8);
      try (var reader = new JsonLinesReader("doc", new ByteArrayInputStream(line))) {
        TraceRecord record = reader.next();
        var out = new java.io.ByteArrayOutputStream();
        try (JsonLinesWriter writer = new JsonLinesWriter(out)) {
          writer.write(record);
        }
        assertEquals(example + "\n", out.toString(StandardCharsets.UTF_8));
        if (record.kind() == Kind.EVENT) {
          assertTrue(EventJson.read(record.data()) instanceof EventJson.Occurred, example);
        }
      }
    }
  }

  @Test
  void noFieldOfAKindHidesAnother() {
    Set<String> taken =
        Set.of("v", "run", "node", "boot", "seq", "timeNs", "kind", "round", "slot", "data");
    for (Kind kind : Kind.values()) {
      Set<String> names = new HashSet<>(List.of(kind.peerName(), kind.aName(), kind.bName()));
      assertEquals(3, names.size(), kind.name());
      names.forEach(name -> assertFalse(taken.contains(name), kind + " uses " + name));
    }
  }
}
