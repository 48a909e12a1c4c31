package org.deltabed.checker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures records judged a second, from the files on: five nodes and the witness, one run per
 * argument's worth of rounds.
 */
public final class JudgingRate {
  private JudgingRate() {}

  /** Arguments: rounds of a run (10000), judgings (6). */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
    CampaignFixture campaign = new CampaignFixture(5);
    campaign.rounds = rounds;
    campaign.run("r01");
    Path folder = campaign.write(Files.createTempDirectory("judging-rate"));
    long records = campaign.traces.files.values().stream().mapToLong(List::size).sum();
    campaign.traces.files.clear();
    for (int i = 0; i < times; i++) {
      long startNs = System.nanoTime();
      Verdict verdict = Judge.judge(folder).verdict();
      double seconds = (System.nanoTime() - startNs) / 1e9;
      System.out.printf(
          "%s: %d records in %.2f s, %.0f records/s%n",
          verdict, records, seconds, records / seconds);
    }
  }
}
