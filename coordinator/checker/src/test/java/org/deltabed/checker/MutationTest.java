package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random damage to a run folder: a verdict or an error that names the file, never another
 * exception, and no PASS for lost lines.
 */
class MutationTest {
  private static final int ROUNDS = 300;

  @TempDir Path folder;

  @Test
  void flippedBytesGiveAVerdictOrATypedError() throws IOException {
    Path[] files = write();
    Random random = new Random(20261120);
    for (int i = 0; i < ROUNDS; i++) {
      Path file = files[random.nextInt(files.length)];
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged = whole.clone();
      for (int k = 1 + random.nextInt(4); k > 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      judge();
      Files.write(file, whole);
    }
  }

  @Test
  void lostDoubledAndSwappedLinesNeverPass() throws IOException {
    Path[] files = write();
    Random random = new Random(7);
    int judged = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Path file = files[random.nextInt(files.length)];
      if (!file.getFileName().toString().startsWith("r01")) {
        continue;
      }
      List<String> whole = Files.readAllLines(file);
      List<String> damaged = new ArrayList<>(whole);
      int at = random.nextInt(damaged.size() - 1);
      switch (random.nextInt(3)) {
        case 0 -> damaged.remove(at);
        case 1 -> damaged.add(at, damaged.get(at));
        default -> damaged.subList(0, at + 1).clear();
      }
      Files.write(file, damaged);
      CampaignVerdict verdict = judge();
      assertFalse(verdict != null && verdict.verdict() == Verdict.PASS, file + " at " + at);
      judged++;
      Files.write(file, whole);
    }
    assertTrue(judged > 50);
  }

  private CampaignVerdict judge() {
    try {
      CampaignVerdict verdict = Judge.judge(folder);
      VerdictJson.bytes(verdict);
      VerdictText.of(verdict);
      return verdict;
    } catch (BadEvidence e) {
      assertFalse(e.file().isEmpty());
      return null;
    }
  }

  private Path[] write() throws IOException {
    new CampaignFixture(3).run("r01", Pull.power(2, 4)).write(folder);
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toArray(Path[]::new);
    }
  }
}
