package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.checker.Judge;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.CommandLine;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.trace.JsonLinesReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F36: one record of a finished campaign is removed; check names its number and exits with 3. */
class F36_GapTest {

  @TempDir private Path copy;

  @Test
  void theMissingNumberIsNamed() throws Exception {
    LiveCampaign campaign = SharedCampaigns.crashes();
    copy(campaign.folder());
    assertEquals(Verdict.PASS, Judge.judge(copy).verdict());
    Path file = traceOfNode1(campaign.run("idle").id());
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int victim = lines.size() / 2;
    long seq = JsonLinesReader.readAll(file).get(victim).seq();
    lines.remove(victim);
    Files.write(file, lines);

    CommandLine check = CommandLine.execute("check", copy.toString());
    assertEquals(3, check.code(), check.out());
    assertTrue(check.out().contains("INCOMPLETE"), check.out());
    assertTrue(check.out().matches("(?s).*\\b" + seq + "\\b.*"), "no " + seq + ": " + check.out());
  }

  private Path traceOfNode1(String run) throws IOException {
    try (Stream<Path> all = Files.list(copy.resolve("trace"))) {
      return all.filter(file -> file.getFileName().toString().startsWith(run + "-n1-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private void copy(Path from) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = copy.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
