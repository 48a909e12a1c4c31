package org.deltabed.lab.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.lab.Deltabed;
import org.deltabed.simulator.exhibits.Exhibit;
import org.deltabed.simulator.exhibits.Exhibits;
import org.deltabed.simulator.exhibits.Flp;
import org.deltabed.simulator.exhibits.Scene;
import org.deltabed.simulator.story.OperationPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ExhibitPageTest {
  static List<Exhibit> exhibits() {
    return Exhibits.ALL.stream().filter(exhibit -> !(exhibit instanceof Flp)).toList();
  }

  @ParameterizedTest
  @MethodSource("exhibits")
  void isOnePageThatNeedsNothingElse(Exhibit exhibit) {
    String page = ExhibitPage.html(exhibit);
    assertFalse(page.contains("src="), exhibit.name());
    assertFalse(page.contains("href="), exhibit.name());
    long pictures =
        exhibit.scenes().stream()
            .mapToLong(s -> OperationPicture.of(s.execution()).isPresent() ? 2 : 1)
            .sum();
    assertEquals(pictures, page.split("<svg", -1).length - 1, exhibit.name());
    assertEquals(page, ExhibitPage.html(exhibit), "same exhibit, same page");
    for (Scene scene : exhibit.scenes()) {
      assertTrue(scene.explanation().length() > 80, scene.caption());
    }
  }

  @Test
  void thereAreThoseOfThePages() {
    TreeSet<String> names = new TreeSet<>();
    Exhibits.ALL.forEach(exhibit -> names.add(exhibit.name()));
    assertEquals(
        Set.of(
            "puthash",
            "multi-valued-register",
            "read-inversion",
            "two-phase-commit-blocks",
            "flp",
            "hierarchical-not-uniform",
            "false-suspicion-nbac",
            "false-suspicion-hierarchical",
            "same-number-two-values",
            "quorums",
            "p-from-trb",
            "p-from-nbac",
            "causal-violation",
            "weak-total-order",
            "vs-late-message"),
        names);
  }

  @Test
  void readsAndWritesAreDrawnAsIntervalsToo(@TempDir Path folder) {
    StringWriter said = new StringWriter();
    CommandLine line = Deltabed.commandLine().setOut(new PrintWriter(said, true));
    assertEquals(0, line.execute("exhibit", "read-inversion", "--out", folder.toString()));
    assertTrue(said.toString().contains("read() → 10"), said::toString);
    assertTrue(said.toString().contains("Broken here: app/reg: ordering"), said::toString);
  }

  @Test
  void namesAreUnique() {
    TreeSet<String> names = new TreeSet<>();
    Exhibits.ALL.forEach(exhibit -> assertTrue(names.add(exhibit.name()), exhibit.name()));
  }

  @Test
  void theCommandWritesThePageAndSaysWhere(@TempDir Path folder) throws Exception {
    StringWriter said = new StringWriter();
    CommandLine line = Deltabed.commandLine().setOut(new PrintWriter(said, true));
    assertEquals(0, line.execute("exhibit", "puthash", "--out", folder.toString()));
    assertTrue(said.toString().contains("Broken here: ph: at-most-once."), said::toString);
    assertTrue(said.toString().contains("puthash.html"), said::toString);
    assertTrue(Files.readString(folder.resolve("puthash.html")).contains("<svg"));
  }

  @Test
  void theCommandListsThem() {
    StringWriter said = new StringWriter();
    CommandLine line = Deltabed.commandLine().setOut(new PrintWriter(said, true));
    assertEquals(0, line.execute("exhibit"));
    assertEquals(Exhibits.ALL.size(), said.toString().lines().count());
  }

  @Test
  void anUnknownNameIsWrongUsage() {
    StringWriter said = new StringWriter();
    CommandLine line = Deltabed.commandLine().setErr(new PrintWriter(said, true));
    assertEquals(64, line.execute("exhibit", "nothing"));
    assertTrue(said.toString().contains("puthash"), said::toString);
  }
}
