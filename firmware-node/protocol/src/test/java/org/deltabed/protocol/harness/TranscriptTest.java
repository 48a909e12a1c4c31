package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden transcripts: scenarios as text whose difference a person can review. {@code
 * -Ddeltabed.transcripts=rewrite} writes them anew.
 */
class TranscriptTest {
  private static final Path FOLDER = Path.of("src/test/resources/transcripts");

  static List<Scenario> scenarios() {
    return Stream.of(
            BasicScenarios.all(),
            BroadcastScenarios.all(),
            AgreementScenarios.all(),
            PartialSynchronyScenarios.all(),
            MembershipScenarios.all(),
            RegisterScenarios.all(),
            ReplicationScenarios.all(),
            ReplicatedLogScenarios.all(),
            ByzantineScenarios.all())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isAsReviewed(Scenario scenario) throws IOException {
    String transcript = transcript(scenario);
    Path file = FOLDER.resolve(scenario.file() + ".txt");
    if ("rewrite".equals(System.getProperty("deltabed.transcripts"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, transcript);
    }
    assertEquals(
        Files.readString(file),
        transcript,
        "review, then rewrite with -Ddeltabed.transcripts=rewrite");
  }

  private static String transcript(Scenario scenario) {
    List<String> lines = new ArrayList<>();
    lines.add(scenario.protocol().id() + " " + scenario.protocol().name() + ", n=" + scenario.n());
    History history =
        SlotRun.run(
            scenario.protocol(),
            scenario.setup(),
            scenario.schedule(),
            scenario.slots(),
            lines::add);
    for (Property property : scenario.protocol().properties()) {
      Outcome outcome = property.check(history);
      lines.add(verdict(outcome) + property.id() + " (" + outcome.explanation() + ")");
    }
    return String.join("\n", lines) + "\n";
  }

  private static String verdict(Outcome outcome) {
    if (!outcome.judged()) {
      return "-       ";
    }
    return outcome.holds() ? "holds   " : "BROKEN  ";
  }
}
