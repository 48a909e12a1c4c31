package org.deltabed.checker;

import java.io.IOException;
import java.nio.file.Path;

/** {@code campaign.json} of a run folder. */
public final class CampaignFile {
  /** Its name in the run folder. */
  public static final String NAME = "campaign.json";

  private CampaignFile() {}

  /**
   * Reads the campaign of a run folder.
   *
   * @throws BadEvidence when it is missing or malformed, naming file and line
   */
  public static Campaign read(Path runFolder) {
    return StrictJson.read(runFolder.resolve(NAME), NAME, Campaign.class);
  }

  /** Writes it in one step: a reader never sees half a file. */
  public static void write(Path runFolder, Campaign campaign) throws IOException {
    StrictJson.write(runFolder.resolve(NAME), campaign);
  }
}
