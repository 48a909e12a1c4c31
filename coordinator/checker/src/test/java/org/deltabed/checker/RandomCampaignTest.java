package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random crashes of a correct protocol on a bus that keeps its bound: always PASS, with every crash
 * found.
 */
class RandomCampaignTest {
  private static final int CAMPAIGNS = 150;

  @TempDir Path folder;

  @Test
  void noFalseAlarm() {
    for (int seed = 0; seed < CAMPAIGNS; seed++) {
      Random random = new Random(seed);
      int n = 2 + random.nextInt(4);
      CampaignFixture campaign = new CampaignFixture(n);
      campaign.crashesMax = n - 1;
      List<Pull> pulls = pulls(n, random);
      campaign.run("r01", pulls.toArray(Pull[]::new)).run("r02");
      CampaignVerdict verdict = campaign.judge(folder.resolve("seed" + seed));

      String said = "seed " + seed + ", n " + n + ", " + pulls + "\n" + VerdictText.of(verdict);
      assertEquals(Verdict.PASS, verdict.verdict(), said);
      assertEquals(pulls.size(), verdict.runs().getFirst().crashes().size(), said);
    }
  }

  private static List<Pull> pulls(int n, Random random) {
    List<Integer> processes = new ArrayList<>(IntStream.rangeClosed(1, n).boxed().toList());
    Collections.shuffle(processes, random);
    return processes.subList(0, random.nextInt(n)).stream().map(p -> pull(p, n, random)).toList();
  }

  private static Pull pull(int process, int n, Random random) {
    int slot = random.nextInt(CampaignFixture.ROUNDS * n);
    int ownSlot = random.nextInt(CampaignFixture.ROUNDS) * n + process - 1;
    return switch (random.nextInt(4)) {
      case 0 -> Pull.power(process, slot);
      case 1 -> Pull.pin(process, slot);
      case 2 -> Pull.afterSubFrames(process, ownSlot, receivers(process, n, random));
      default -> Pull.afterDecide(process);
    };
  }

  private static Integer[] receivers(int process, int n, Random random) {
    return IntStream.rangeClosed(1, n)
        .filter(p -> p != process && random.nextBoolean())
        .boxed()
        .toArray(Integer[]::new);
  }
}
