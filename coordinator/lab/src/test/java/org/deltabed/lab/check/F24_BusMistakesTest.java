package org.deltabed.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deltabed.lab.bench.BenchNews;
import org.deltabed.lab.testing.BenchFile;
import org.deltabed.lab.testing.CommandLine;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F24 and the like: what is wrong with a bus, seen by what passes on it. */
class F24_BusMistakesTest {

  @TempDir Path folder;

  @Test
  void twoNodesWithOneIdAreBothNamed() throws Exception {
    Path file = BenchFile.of(folder, "virtual-lab-3.yaml", "{node: 3, claimsId: 2}");
    CommandLine done = CommandLine.execute("wiring", "check", file.toString());
    assertEquals(1, done.code(), done.out() + done.err());
    assertTrue(done.out().contains("DUPLICATE-ID"), done.out());
    assertTrue(
        done.out().lines().anyMatch(it -> it.contains("as node 2") && it.contains("node 3")),
        done.out());
    assertTrue(done.out().lines().noneMatch(it -> it.contains("SWAPPED")), done.out());
  }

  @Test
  void aBusWithoutATerminatorDamagesFramesOfAllNodes() throws Exception {
    Path file = BenchFile.of(folder, "virtual-lab-3.yaml", "{noTerminator: true}");
    Testbed testbed = TestbedFile.load(file);
    try (OpenBench open = OpenBench.open(file, testbed, Optional.empty(), new BenchNews() {})) {
      List<Finding> findings =
          new BusStep(testbed, open.bench(), open.voices()).walk(Set.of(1, 2, 3));
      Finding bus = findings.getLast();
      assertEquals("damaged", bus.kind(), findings.toString());
      assertEquals(0, bus.node(), bus.toString());
      assertTrue(bus.text().matches("\\d+ of \\d+ frames are damaged.*"), bus.text());
      assertTrue(bus.remedy().contains("terminator"), bus.remedy());
      assertEquals(
          List.of("ok", "ok", "ok"), findings.subList(0, 3).stream().map(Finding::kind).toList());
    }
  }
}
