package org.deltabed.protocol.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.harness.Schedule.Death;
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

  record Scenario(String file, Protocol protocol, int n, int slots, Schedule schedule) {
    @Override
    public String toString() {
      return file;
    }
  }

  static List<Scenario> scenarios() {
    Protocol c1 = Catalogue.find("C1");
    Protocol c2 = Catalogue.find("C2");
    Death silentLeader = new Death(1, 0, ProcessSet.EMPTY);
    return List.of(
        new Scenario(
            "D2-two-crashes",
            Catalogue.find("D2"),
            3,
            6,
            Schedule.of(3, new Death(2, 0, ProcessSet.EMPTY), new Death(3, 2, ProcessSet.EMPTY))),
        new Scenario(
            "B1-crash-in-mid-broadcast",
            Catalogue.find("B1"),
            3,
            4,
            Schedule.of(3, new Death(1, 0, ProcessSet.of(3)))),
        new Scenario("C1-no-crash", c1, 3, 3, Schedule.of(3)),
        new Scenario("C1-leader-decides-and-crashes", c1, 3, 3, Schedule.of(3, silentLeader)),
        new Scenario("C2-no-crash", c2, 3, 3, Schedule.of(3)),
        new Scenario("C2-leader-crashes-before-its-frame", c2, 3, 3, Schedule.of(3, silentLeader)),
        new Scenario(
            "C2-leader-reaches-only-the-last",
            c2,
            3,
            3,
            Schedule.of(3, new Death(1, 0, ProcessSet.of(3)))),
        new Scenario(
            "C2-two-leaders-crash-in-mid-broadcast",
            c2,
            4,
            4,
            Schedule.of(
                4, new Death(1, 0, ProcessSet.of(2, 4)), new Death(2, 1, ProcessSet.of(3)))),
        new Scenario(
            "C2-first-leader-is-asked-late", c2, 3, 6, new Schedule(List.of(), List.of(1, 0, 0))),
        new Scenario(
            "X03-breaks-uniform-agreement",
            Catalogue.variant("X03").protocol(),
            3,
            3,
            Schedule.of(3, silentLeader)));
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
            scenario.protocol(), scenario.n(), scenario.schedule(), scenario.slots(), lines::add);
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
