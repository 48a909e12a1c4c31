package org.deltabed.lab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deltabed.checker.CampaignFile;
import org.deltabed.wiring.BadInput;

/** The folder of a campaign, as a person names it on the command line. */
final class RunDirectory {

  private RunDirectory() {}

  static void require(Path folder) {
    if (!Files.isRegularFile(folder.resolve(CampaignFile.NAME))) {
      throw new BadInput(
          folder.toString(),
          0,
          "is no folder of a campaign, it has no " + CampaignFile.NAME,
          "name a folder that deltabed run made, such as runs/20261120-101500-3f2a");
    }
  }
}
