package org.deltabed.lab.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.lab.testing.BenchFile;
import org.deltabed.lab.testing.CommandLine;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The bus of the virtual testbed under load: what is recommended can be written down and loads. */
class CalibrateTest {

  @TempDir Path folder;

  @Test
  void everySizeIsSeenAndTheRecommendationLoads() throws Exception {
    Path file = BenchFile.of(folder, "virtual-lab-3.yaml", "");
    CommandLine done =
        CommandLine.execute("calibrate", file.toString(), "--seconds", "6", "--json");
    assertEquals(0, done.code(), done.err());
    JsonNode found = new ObjectMapper().readTree(done.out());
    List<Integer> sizes = new ArrayList<>();
    for (JsonNode size : found.get("delaysByBytes")) {
      sizes.add(size.get("bytes").asInt());
      long lineNs = size.get("bytes").asLong() * 10_000; // at 1 Mbaud
      assertTrue(size.get("minNs").asLong() >= lineNs, done.out());
      assertTrue(size.get("count").asLong() >= 6, done.out());
    }
    assertEquals(6, sizes.size(), done.out());
    assertEquals(96, sizes.getLast());
    JsonNode best = found.get("recommended");
    Testbed written = TestbedFile.load(written(file, best));
    long slotNs = written.timing().slotNs();
    assertEquals(best.get("slotUs").asLong() * 1_000, slotNs);
    assertTrue(best.get("receiveJitterUs").asLong() >= 8_000, done.out()); // 4 times the precision
    assertTrue(slotNs < 3_000_000_000L, done.out());
    assertTrue(
        found.get("tenTimesSafer").get("deltaUs").asLong() >= best.get("deltaUs").asLong(),
        done.out());
  }

  private Path written(Path file, JsonNode best) throws Exception {
    String text =
        Files.readString(file)
            .replaceFirst("receiveJitterUs: .*", "receiveJitterUs: " + best.get("receiveJitterUs"))
            .replaceFirst(
                "guardUs: .*",
                "guardUs: " + best.get("guardUs") + "\n  slotUs: " + best.get("slotUs"));
    return Files.writeString(folder.resolve("calibrated.yaml"), text);
  }
}
