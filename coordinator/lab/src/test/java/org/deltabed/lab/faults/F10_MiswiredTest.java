package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deltabed.lab.testing.BenchFile;
import org.deltabed.lab.testing.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** F10: wires that do not end where the description says. */
class F10_MiswiredTest {

  @TempDir Path folder;

  @Test
  void aCampaignRefusesToStartAndNamesTheWires() throws Exception {
    String miswired =
        "{swapped: [1, 2], use: alive}, {shorted: [3, 4], use: alive}, {dead: 5, use: alive}";
    BenchFile.of(folder, "virtual-lab-5.yaml", miswired);
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            name: test
            testbed: bench.yaml
            protocol: C2
            crashesMax: 2
            seed: 7
            rounds: 5
            cases:
              - {name: quiet, expect: PASS, faults: []}
            """);
    CommandLine done =
        CommandLine.execute("run", plan.toString(), "--runs", folder.resolve("runs").toString());
    assertEquals(64, done.code(), done.out() + done.err());
    String said = done.err();
    assertTrue(said.contains("node 1 and node 2 are swapped"), said);
    assertTrue(said.contains("exchange coordinator lab.alive1 and coordinator lab.alive2"), said);
    assertTrue(said.contains("alive of node 3: the ends of nodes 3 and 4 follow together"), said);
    assertTrue(said.contains("no end follows node 5"), said);
    assertTrue(said.contains("node5.alive to coordinator lab.alive5"), said);
    assertTrue(said.contains("wiring check"), said);
  }

  @Test
  void severalMistakesAtOnceAreAllNamedAndNothingElse() throws Exception {
    String miswired =
        "{node: 2, baudRate: 9600}, {dead: 3, use: crash}, {swapped: [1, 3], use: sense}";
    Path file = BenchFile.of(folder, "virtual-lab-3.yaml", miswired);
    CommandLine done = CommandLine.execute("wiring", "check", file.toString(), "--json");
    assertEquals(1, done.code(), done.out() + done.err());
    assertEquals("noise", kind(done, "bus", 2), done.out());
    assertEquals("ok", kind(done, "bus", 1), done.out());
    assertEquals("ok", kind(done, "bus", 3), done.out());
    assertEquals("ok", kind(done, "alive", 1), done.out());
    assertEquals("ok", kind(done, "alive", 3), done.out());
    assertEquals("ok", kind(done, "crash", 1), done.out());
    assertEquals("unchecked", kind(done, "crash", 2), done.out());
    assertEquals("dead", kind(done, "crash", 3), done.out());
    assertEquals("swapped", kind(done, "sense", 1), done.out());
    assertEquals("swapped", kind(done, "sense", 3), done.out());
  }

  private static String kind(CommandLine done, String use, int node) {
    JsonNode found = new ObjectMapper().readTree(done.out()).get("findings");
    for (JsonNode it : found) {
      if (it.get("use").asString().equals(use) && it.get("node").asInt() == node) {
        return it.get("kind").asString();
      }
    }
    return "not looked at";
  }
}
