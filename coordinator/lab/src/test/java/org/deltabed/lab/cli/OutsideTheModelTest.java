package org.deltabed.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.lab.testing.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an adversary cannot do, or a protocol is not made for, is refused and never passed over. */
class OutsideTheModelTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Y3 -n 4 --byzantine 1, --adversary async",
    "Y3 -n 4 --random 10 --byzantine 1, --adversary async",
    "L1 -n 3 --adversary timed --losses 2, crashes nodes and does nothing else",
    "L1 -n 3 --adversary async --losses 1, --adversary lockstep",
    "C3 -n 3 --false-suspicions 1, --adversary async",
    "C3 -n 3 --adversary async --false-suspicions 8, --random",
    "C2 -n 3 --adversary async --byzantine 1, nothing worse",
    "S3 -n 5 --adversary async --byzantine 5, p5 of S3 may crash",
    "Y3 -n 4 --adversary async --byzantine 1 --byzantine 2, at most f=1"
  })
  void anOptionThatWouldMeanNothingIsRefused(String arguments, String words) {
    List<String> command = new ArrayList<>(List.of("explore"));
    command.addAll(List.of(arguments.split(" ")));
    CommandLine explored = CommandLine.execute(command.toArray(String[]::new));
    assertEquals(64, explored.code(), explored.out() + explored.err());
    assertTrue(explored.err().contains(words), explored.err());
  }

  /** A protocol for liars that is explored without any is not said to bear them. */
  @Test
  void crashesAloneAreSaidToBeCrashesAlone() {
    CommandLine explored = CommandLine.execute("explore", "Y1", "-n", "4");
    assertEquals(0, explored.code(), explored.err());
    assertTrue(explored.out().contains("Crashes only"), explored.out());
  }

  @Test
  void aScheduleWithMoreLiarsThanTheProtocolIsMadeForShowsNothing() throws IOException {
    CommandLine replayed = replay("\"f\": 2", "\"byzantine\": [1, 2]", "");
    assertEquals(3, replayed.code(), replayed.out() + replayed.err());
    assertTrue(replayed.out().contains("outside the model: Y3 is made for"), replayed.out());
    assertEquals(0, replay("\"f\": 1", "\"byzantine\": [1]", "").code() & 64, "one it is made for");
  }

  @Test
  void whatTheAdversaryOfAScheduleCannotDoIsRefused() throws IOException {
    CommandLine losses = replay("\"f\": 1", "\"losses\": 1", "");
    assertEquals(64, losses.code(), losses.out());
    assertTrue(losses.err().contains("losses"), losses.err());
    String lie =
        "{\"action\": \"forge\", \"process\": 2, \"sender\": 1, \"instance\": \"brb\","
            + " \"message\": {\"type\": \"Num\", \"number\": 1}}";
    CommandLine forged = replay("\"f\": 1", "\"byzantine\": [1]", lie);
    assertEquals(64, forged.code(), forged.out());
    assertTrue(forged.err().contains("schedule.json:10: p1 has nothing to say"), forged.err());
    String crash = "{\"action\": \"crash\", \"process\": 2}";
    CommandLine crashed = replay("\"f\": 1", "\"byzantine\": [1]", crash);
    assertEquals(64, crashed.code(), crashed.out());
    assertTrue(crashed.err().contains("1 crashes and 1 Byzantine"), crashed.err());
  }

  private CommandLine replay(String f, String liberty, String action) throws IOException {
    Path file = folder.resolve("schedule.json");
    Files.writeString(
        file,
        """
        {
          "schedule": 1,
          "adversary": "async",
          "protocol": "Y3", "variant": "", "n": 4, %s,
          "values": [{"type":"Num","number":1}, {"type":"Num","number":2},
                     {"type":"Num","number":3}, {"type":"Num","number":4}],
          "requestsEach": 1, %s,
          "actions": [

            %s
          ]
        }
        """
            .formatted(f, liberty, action));
    return CommandLine.execute("replay", file.toString());
  }
}
