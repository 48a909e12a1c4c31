package org.deltabed.lab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deltabed.checker.BadEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path temp;

  @Test
  void saysTheVerdictAndDrawsEveryRun() throws IOException {
    String html = report(Samples.demo());
    for (String text :
        List.of(
            "The protocol kept its promise.",
            "Uniform hierarchical consensus (C2)",
            "uniform agreement",
            "rule of three",
            "./deltabed check runs/20261120-101500-3f2a",
            "chosen receive jitter",
            "repeated, does not count")) {
      assertTrue(html.contains(text), text);
    }
    assertEquals(25, occurrences(html, "<svg class=\"st fitted\""));
    assertTrue(html.length() < 3_000_000, "the report has " + html.length() + " characters");
  }

  @Test
  void everyLinkWithinTheReportHasItsTarget() throws IOException {
    String html = report(Samples.violated());
    Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
    int count = 0;
    while (links.find()) {
      assertTrue(html.contains("id=\"" + links.group(1) + "\""), links.group(1));
      count++;
    }
    assertTrue(count > 20, count + " links");
  }

  @Test
  void aBrokenPromiseShowsBothDecisionsAndTheirRecords() throws IOException {
    String html = report(Samples.violated());
    assertTrue(html.contains("The protocol broke its promise."));
    assertTrue(html.contains("≠ 13"));
    assertTrue(html.contains("href=\"#rec-r02-n3-b1-12\""));
    assertTrue(html.contains("&quot;event&quot;:&quot;Decide&quot;"));
  }

  @Test
  void aBrokenBoundNamesNodeRoundTimeExcessAndRecord() throws IOException {
    String html = report(Samples.broken()).replace('\u00a0', ' ');
    assertTrue(html.contains("The bus or a node broke its bound first."));
    assertTrue(
        Pattern.compile(
                "node 2 \\(p2\\) · round 4 · slot 2 · at \\+\\d+\\.\\d{3} ms"
                    + " · over the bound by [\\d.]+ ms · record <a href=\"#rec-r01-n2-b1-\\d+\"")
            .matcher(html)
            .find());
    assertTrue(html.contains("class=\"late\""));
  }

  @Test
  void theSameFolderGivesTheSameBytes() throws IOException {
    Path folder = Samples.violated().write(temp);
    byte[] first = Files.readAllBytes(Report.write(folder));
    assertArrayEquals(first, Files.readAllBytes(Report.write(folder)));
    assertFalse(Files.exists(folder.resolve(Report.NAME + ".part")));
  }

  @Test
  void aLongRunIsDrawnAroundWhatHappened() throws IOException {
    var long200 = new RunFolderFixture(5);
    long200.run("late crash", 200).crash(4, 150, Set.of(), "powerCut").simulate();
    String html = report(long200);
    assertTrue(html.contains("of 200 are drawn, around what happened"));
    assertTrue(html.contains(">round 151<"));
    assertTrue(html.contains(">crashed<"));
    assertTrue(html.length() < 200_000, "the report has " + html.length() + " characters");
  }

  @Test
  void manyNodesAndManyRunsStaySmall() throws IOException {
    var many = new RunFolderFixture(16);
    for (int i = 0; i < 60; i++) {
      many.run("no fault", 8).simulate();
    }
    String html = report(many);
    assertTrue(html.length() < 6_000_000, "the report has " + html.length() + " characters");
    assertTrue(html.contains("Not drawn, to keep this report small"));
  }

  @Test
  void aMissingTraceLeavesTheRestReadable() throws IOException {
    Path folder = Samples.violated().write(temp);
    Files.delete(folder.resolve("trace/r02-n3-b1.jsonl"));
    String html = Files.readString(Report.write(folder));
    assertTrue(html.contains("r02-n3-b1.jsonl:12"));
    assertFalse(html.contains("#rec-r02-n3-b1-12"));
  }

  @Test
  void aDamagedTraceIsNamed() throws IOException {
    Path folder = Samples.violated().write(temp);
    Files.write(
        folder.resolve("trace/r01-n3-b1.jsonl"),
        "{\"torn".getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.APPEND);
    String html = Files.readString(Report.write(folder));
    assertTrue(html.contains("A trace could be read only in part: r01-n3-b1.jsonl:"));
  }

  @Test
  void withoutAVerdictThereIsNoReport() throws IOException {
    Path folder = Samples.violated().write(temp);
    Files.delete(folder.resolve("verdict.json"));
    assertThrows(BadEvidence.class, () -> Report.write(folder));
    assertFalse(Files.exists(folder.resolve(Report.NAME)));
  }

  private String report(RunFolderFixture fixture) throws IOException {
    return Files.readString(Report.write(fixture.write(temp)));
  }

  private static int occurrences(String html, String text) {
    return html.split(Pattern.quote(text), -1).length - 1;
  }
}
