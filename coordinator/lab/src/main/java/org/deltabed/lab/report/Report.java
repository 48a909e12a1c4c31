package org.deltabed.lab.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The report of a campaign: one HTML file without any reference to a network, made from {@code
 * verdict.json}, {@code campaign.json}, {@code wiring.json} and {@code trace/*.jsonl}. The same
 * files give the same bytes.
 */
public final class Report {
  /** Its name in the run folder. */
  public static final String NAME = "report.html";

  private Report() {}

  /**
   * Writes the report in one step: a reader never sees half a file.
   *
   * @param runFolder folder of a judged campaign
   * @return the report
   * @throws org.deltabed.checker.BadEvidence if the verdict or the campaign is missing or malformed
   * @throws IOException if the folder cannot be read or written
   */
  public static Path write(Path runFolder) throws IOException {
    ReportSource folder = ReportSource.read(runFolder);
    Path whole = runFolder.resolve(NAME + ".part");
    try (Html html = new Html(Files.newBufferedWriter(whole, StandardCharsets.UTF_8))) {
      new Page(html, folder).write();
    }
    return Files.move(
        whole,
        runFolder.resolve(NAME),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
