package org.deltabed.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.deltabed.lab.testing.BenchFile;
import org.deltabed.lab.testing.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A bench on which nothing is wrong, walked through with everything real. */
class WiringCheckTest {

  @TempDir Path folder;

  @Test
  void nothingIsFoundOnAGoodBenchAndEveryWireIsLookedAt() throws Exception {
    Path file = BenchFile.of(folder, "virtual-lab-3.yaml", "");
    CommandLine done = CommandLine.execute("wiring", "check", file.toString(), "--json");
    JsonNode found = new ObjectMapper().readTree(done.out());
    assertEquals(0, done.code(), done.out() + done.err());
    assertTrue(found.get("right").asBoolean(), done.out());
    List<String> looked = new ArrayList<>();
    found
        .get("findings")
        .forEach(it -> looked.add(it.get("use").asString() + it.get("node").asInt()));
    TreeSet<String> wanted = new TreeSet<>(List.of("bus0"));
    for (int node = 1; node <= 3; node++) {
      for (String use : List.of("program", "bus", "alive", "sync", "crash", "sense")) {
        wanted.add(use + node);
      }
    }
    assertEquals(wanted, new TreeSet<>(looked));
    assertEquals(wanted.size(), looked.size());
  }

  @Test
  void aTestbedWithoutABenchIsRefused() {
    CommandLine done = CommandLine.execute("wiring", "check", "../../wiring/virtual-3.yaml");
    assertEquals(64, done.code());
    assertTrue(done.err().contains("no adapter on the bus"), done.err());
  }
}
