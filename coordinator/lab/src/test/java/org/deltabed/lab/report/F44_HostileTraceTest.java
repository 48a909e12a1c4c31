package org.deltabed.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F44: a run folder that holds markup gives a report that shows it as text. */
class F44_HostileTraceTest {
  @TempDir Path temp;

  @Test
  void markupFromPlanTraceAndFindingsStaysText() throws IOException {
    String html = Files.readString(Report.write(Samples.hostile().write(temp)));
    assertTrue(html.contains("&lt;script&gt;document.title=&#39;taken&#39;&lt;/script&gt;"));
    assertEquals(1, count(html, "<script"), "the report's own script alone");
    assertEquals(0, count(html, "<img"));
    assertEquals(0, count(html, "<b onclick"));
    assertEquals(0, count(html, "\u202e"), "text that turns the direction of writing");
  }

  @Test
  void noReferenceLeavesTheFolder() throws IOException {
    String html = Files.readString(Report.write(Samples.hostile().write(temp)));
    assertTrue(html.contains("../../../etc/passwd.jsonl:1"));
    assertEquals(0, count(html, "href=\"[^\"]*\\.\\."));
    assertEquals(0, count(html, "href=\"(?!#|trace/[A-Za-z0-9_-]+\\.jsonl\"|data:,)"));
  }

  @Test
  void thePolicyForbidsEveryRequest() throws IOException {
    String html = Files.readString(Report.write(Samples.hostile().write(temp)));
    assertEquals(1, count(html, "Content-Security-Policy"));
    assertTrue(html.contains("default-src &#39;none&#39;"));
    assertFalse(html.contains("unsafe-inline"));
    assertEquals(0, count(html, " src="), "anything that would be fetched");
  }

  private static long count(String html, String regex) {
    // What is quoted within text has its angle brackets and quotes escaped; only markup matches.
    String markup = html.replaceAll(">[^<]*<", "><");
    return Pattern.compile(regex).matcher(markup).results().count();
  }
}
