package org.deltabed.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser, as a person opens it: from a file, without a network. */
class ReportInChromiumTest {
  @TempDir Path temp;
  private Chromium chromium;

  @BeforeEach
  void findBrowser() {
    Optional<Chromium> found = Chromium.find();
    if (found.isEmpty()) {
      String skipped = "SKIPPED: no Chromium on the PATH, so no browser has read the report";
      if ("true".equals(System.getenv("CI"))) {
        fail(skipped);
      }
      System.err.println(skipped);
      Assumptions.abort(skipped);
    }
    chromium = found.orElseThrow();
  }

  @Test
  void showsTheDemoWithoutErrorsOrRequests() throws Exception {
    Chromium.Visit visit = visit(Samples.demo());
    assertEquals(List.of(), visit.console());
    assertEquals(List.of(), visit.requests());
    assertTrue(visit.dom().contains("The protocol kept its promise."));
    assertTrue(visit.dom().contains("id=\"tip\""), "the report's own script has run");
  }

  @Test
  void F44_markupFromTracesDoesNotRun() throws Exception {
    Chromium.Visit visit = visit(Samples.hostile());
    assertEquals(List.of(), visit.console());
    assertEquals(List.of(), visit.requests());
    assertTrue(visit.dom().contains("· deltabed</title>"), "the title is the report's");
    assertFalse(visit.dom().contains("<img"));
  }

  @Test
  void theBrowserWouldTellOfErrorsAndRequests() throws Exception {
    Path page = temp.resolve("control.html");
    Files.writeString(
        page, "<img src=http://report.invalid/x.png><script>console.error('seen')</script>");
    Chromium.Visit visit = chromium.visit(page, temp);
    assertTrue(visit.console().stream().anyMatch(line -> line.contains("seen")));
    assertEquals(List.of("http://report.invalid/x.png"), visit.requests());
  }

  private Chromium.Visit visit(RunFolderFixture fixture) throws IOException, InterruptedException {
    return chromium.visit(Report.write(fixture.write(temp)), temp);
  }
}
