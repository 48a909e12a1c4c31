package org.deltabed.simulator.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.checker.BadEvidence;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.run.Trace;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's folder replayed, as it was written and with records that were tampered with. */
class CampaignReplayTest {
  private static final String TRACE = "trace/r01-n2-b1.jsonl";

  @TempDir private Path temporary;
  private Path folder;

  private static void write(String protocol, int n, Path folder, Crash... crashes)
      throws IOException {
    List<Value> values = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      values.add(new Num(p % 2));
    }
    Setting setting = new Setting(protocol, "", n, 1, values, 1);
    int cycles = Catalogue.find(protocol).cycles() + 1;
    LockstepSchedule schedule = new LockstepSchedule(setting, cycles, List.of(crashes));
    Trace.write(LockstepRun.run(schedule), Trace.testbed(n), folder);
  }

  @BeforeEach
  void aRunInWhichTheFirstLeaderReachesTheLastOnly() throws IOException {
    folder = temporary.resolve("c2");
    write("C2", 3, folder, new Crash(1, 0, ProcessSet.of(3)));
  }

  private Replayed replay() {
    return CampaignReplay.of(folder, "r01").getFirst();
  }

  /** The line, from 1, in which p2 decides. */
  private int decision() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(TRACE));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("\"instance\":\"uc\"") && lines.get(i).contains("Decide")) {
        return i + 1;
      }
    }
    throw new AssertionError("p2 does not decide: " + lines);
  }

  @Test
  void everyProtocolDoesTheSameAgain() throws IOException {
    for (Protocol protocol : Catalogue.protocols()) {
      if (protocol.model().crashesMax(4) > 0) {
        Path run = temporary.resolve("all").resolve(protocol.id());
        write(protocol.id(), 4, run, new Crash(2, 1, ProcessSet.of(3)));
        Replayed replayed = CampaignReplay.of(run, "").getFirst();
        assertTrue(replayed.difference().isEmpty(), () -> protocol.id() + " " + replayed);
        assertEquals(List.of(), replayed.missing(), protocol.id());
        assertTrue(replayed.steps() > 4 && replayed.outputs() > 0, protocol.id());
      }
    }
  }

  @Test
  void anotherDecisionIsNamed() throws IOException {
    int line = decision();
    Path file = folder.resolve(TRACE);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String changed = lines.get(line - 1).replaceFirst("\"number\":\\d+", "\"number\":99");
    lines.set(line - 1, changed);
    Files.write(file, lines);
    Difference difference = replay().difference().orElseThrow();
    assertEquals(TRACE + ":" + line, difference.ref());
    assertEquals(2, difference.process());
    assertTrue(difference.recorded().contains("99"), difference::toString);
    assertTrue(difference.simulated().contains("Decide"), difference::toString);
    assertFalse(difference.simulated().contains("99"), difference::toString);
  }

  @Test
  void anEventThatIsNotThereIsNamedWithTheRecordInItsPlace() throws IOException {
    int line = decision();
    Path file = folder.resolve(TRACE);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(line - 1);
    Files.write(file, lines);
    Replayed replayed = replay();
    Difference difference = replayed.difference().orElseThrow();
    assertEquals(TRACE + ":" + line, difference.ref());
    assertTrue(difference.simulated().contains("Decide"), difference::toString);
    assertEquals(1, replayed.missing().size(), "the gap in the numbers");
  }

  @Test
  void anArrivalOfAMessageThatNobodySentIsNamed() throws IOException {
    Path file = folder.resolve(TRACE);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int at = 0;
    while (!lines.get(at).contains("\"ARRIVE\"")) {
      at++;
    }
    lines.set(at, lines.get(at).replaceFirst("\"message\":\\d+", "\"message\":7"));
    Files.write(file, lines);
    Difference difference = replay().difference().orElseThrow();
    assertEquals(TRACE + ":" + (at + 1), difference.ref());
    assertTrue(difference.simulated().contains("no message 7"), difference::toString);
  }

  @Test
  void recordsThatAreLostAreMissing() throws IOException {
    Files.delete(folder.resolve("trace/r01-n1-b1.jsonl"));
    Replayed replayed = replay();
    assertTrue(replayed.difference().isEmpty(), replayed::toString);
    assertTrue(replayed.missing().getFirst().contains("r01-n1-b1"), replayed::toString);
  }

  @Test
  void aRunThatIsNotThereIsRefused() {
    assertThrows(BadEvidence.class, () -> CampaignReplay.of(folder, "r02"));
  }
}
