package org.deltabed.simulator.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltabed.checker.BadEvidence;
import org.deltabed.checker.Campaign;
import org.deltabed.checker.CampaignFile;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.RunState;
import org.deltabed.wiring.ResolvedTestbedReader;
import org.deltabed.wiring.Testbed;

/** Replays the runs of a campaign from its folder. */
public final class CampaignReplay {
  private static final String WIRING = "wiring.json";

  private CampaignReplay() {}

  /**
   * Replays every attempt of every run, or one.
   *
   * @param only id of that one; empty for all
   * @throws BadEvidence if the folder cannot be read, or has no such run
   * @throws org.deltabed.wiring.BadInput if its wiring cannot be read
   */
  public static List<Replayed> of(Path folder, String only) {
    Campaign campaign = CampaignFile.read(folder);
    Testbed testbed = ResolvedTestbedReader.read(folder.resolve(WIRING));
    List<Replayed> replayed = new ArrayList<>();
    for (CampaignRun run : campaign.runs()) {
      if (only.isEmpty() || only.equals(run.id())) {
        replayed.add(of(new RunSource(folder, campaign, testbed, run)));
      }
    }
    if (replayed.isEmpty()) {
      String what = only.isEmpty() ? "has no run" : "has no run " + only;
      throw new BadEvidence(CampaignFile.NAME, 0, what);
    }
    return List.copyOf(replayed);
  }

  private static Replayed of(RunSource source) {
    if (source.run().state() != RunState.COMPLETE) {
      String why = source.run().reason().isEmpty() ? "no reason" : source.run().reason();
      return new Replayed(source.run().id(), 0, 0, Optional.empty(), List.of(), why);
    }
    try {
      return RunReplay.of(source);
    } catch (IllegalArgumentException e) {
      throw new BadEvidence(CampaignFile.NAME, 0, "cannot be replayed: " + e.getMessage());
    }
  }
}
