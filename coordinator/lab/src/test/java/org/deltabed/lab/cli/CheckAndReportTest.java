package org.deltabed.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deltabed.lab.testing.CommandLine;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.junit.jupiter.api.Test;

/** The commands that work from a campaign's folder alone. */
class CheckAndReportTest {

  @Test
  void checkGivesTheSameVerdictAgain() throws Exception {
    LiveCampaign passed = SharedCampaigns.crashes();
    CommandLine check = CommandLine.execute("check", passed.folder().toString());
    assertEquals(0, check.code(), check.out());
    assertTrue(check.out().contains("PASS"), check.out());

    CommandLine json = CommandLine.execute("check", "--json", passed.folder().toString());
    assertEquals(0, json.code(), json.err());
    assertEquals(Files.readString(passed.folder().resolve("verdict.json")), json.out());
  }

  @Test
  void checkOfBrokenBoundsEndsWith2() throws Exception {
    LiveCampaign broken = SharedCampaigns.brokenBounds();
    CommandLine check = CommandLine.execute("check", broken.folder().toString());
    assertEquals(2, check.code(), check.out());
    assertTrue(check.out().contains("BOUND_BROKEN"), check.out());
  }

  @Test
  void reportWritesVerdictAndReportAnew() throws Exception {
    LiveCampaign passed = SharedCampaigns.crashes();
    Path report = passed.folder().resolve("report.html");
    Path verdict = passed.folder().resolve("verdict.json");
    String before = Files.readString(verdict);
    Files.delete(report);
    Files.delete(verdict);
    CommandLine again = CommandLine.execute("report", passed.folder().toString());
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().contains("report.html"), again.out());
    assertTrue(Files.size(report) > 1_000, "the report is there again");
    assertEquals(before, Files.readString(verdict));
  }
}
