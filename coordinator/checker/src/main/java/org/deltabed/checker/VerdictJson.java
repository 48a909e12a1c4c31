package org.deltabed.checker;

import java.io.IOException;
import java.nio.file.Path;

/** {@code verdict.json} of a run folder: the same verdict gives the same bytes. */
public final class VerdictJson {
  /** Its name in the run folder. */
  public static final String NAME = "verdict.json";

  private VerdictJson() {}

  /**
   * The file's bytes: UTF-8, fields in the order of the records' components, line feed at the end.
   */
  public static byte[] bytes(CampaignVerdict verdict) {
    return StrictJson.bytes(verdict);
  }

  /** Writes it in one step: a reader never sees half a file. */
  public static void write(Path runFolder, CampaignVerdict verdict) throws IOException {
    StrictJson.write(runFolder.resolve(NAME), verdict);
  }

  /**
   * Reads it.
   *
   * @throws BadEvidence when it is missing or malformed, naming file and line
   */
  public static CampaignVerdict read(Path runFolder) {
    return StrictJson.read(runFolder.resolve(NAME), NAME, CampaignVerdict.class);
  }
}
