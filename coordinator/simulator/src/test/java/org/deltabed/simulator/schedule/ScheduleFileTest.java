package org.deltabed.simulator.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Text;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.wiring.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleFileTest {
  private static final String LOCKSTEP =
      """
      {
        "schedule": 1,
        "adversary": "lockstep",
        "protocol": "C2",
        "variant": "X03",
        "n": 3,
        "f": 1,
        "values": [
          {"type":"Num","number":10},
          {"type":"Text","text":"\\u000a<é"},
          {"type":"Sequence","values":[{"type":"Num","number":-3}]}
        ],
        "requestsEach": 1,
        "cycles": 4,
        "crashes": [
          {"process": 1, "slot": 0, "reached": [2, 3]}
        ],
        "asks": [
          {"process": 2, "slot": 1},
          {"process": 3, "slot": 5}
        ]
      }
      """;

  private static final String ASYNC =
      """
      {
        "schedule": 1,
        "adversary": "async",
        "protocol": "C1",
        "variant": "",
        "n": 2,
        "f": 1,
        "values": [
          {"type":"Num","number":10},
          {"type":"Num","number":20}
        ],
        "requestsEach": 1,
        "actions": [
          {"action": "ask", "process": 1},
          {"action": "arrive", "process": 2, "sender": 1, "message": 0},
          {"action": "crash", "process": 1},
          {"action": "detect", "process": 2, "crashed": 1}
        ]
      }
      """;

  private static Schedule parse(String text) {
    return ScheduleFile.parse("x.json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aLockstepScheduleIsReadAndWrittenByteForByte() {
    Setting setting =
        new Setting(
            "C2", "X03", 3, 1, List.of(new Num(10), new Text("\n<é"), Sequence.of(new Num(-3))), 1);
    LockstepSchedule schedule =
        new LockstepSchedule(
            setting,
            4,
            List.of(new Crash(1, 0, ProcessSet.of(2, 3))),
            List.of(new Ask(2, 1), new Ask(3, 5)));
    assertEquals(schedule, parse(LOCKSTEP));
    assertEquals(LOCKSTEP, ScheduleFile.text(schedule));
  }

  @Test
  void anAsynchronousScheduleIsReadAndWrittenByteForByte() {
    Setting setting = new Setting("C1", "", 2, 1, List.of(new Num(10), new Num(20)), 1);
    AsyncSchedule schedule =
        new AsyncSchedule(
            setting,
            List.of(
                new Action.Ask(1),
                new Action.Arrive(2, 1, 0),
                new Action.Crash(1),
                new Action.Detect(2, 1)));
    assertEquals(schedule, parse(ASYNC));
    assertEquals(ASYNC, ScheduleFile.text(schedule));
  }

  @Test
  void aFileIsReplacedAsAWhole(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("s.json");
    Files.writeString(file, "half");
    ScheduleFile.write(file, parse(ASYNC));
    assertEquals(parse(ASYNC), ScheduleFile.read(file));
    assertArrayEquals(ASYNC.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(file));
    assertEquals(1, folder.toFile().list().length);
  }

  private static void refused(String text, String from, String to, int line, String rule) {
    assertTrue(text.contains(from), from);
    BadInput bad = assertThrows(BadInput.class, () -> parse(text.replace(from, to)), to);
    assertEquals("x.json", bad.file());
    assertTrue(bad.rule().contains(rule), bad.getMessage());
    assertEquals(line, bad.line(), bad.getMessage());
    assertTrue(!bad.remedy().isBlank(), bad.getMessage());
  }

  @Test
  void whatBreaksARuleIsNamedWithItsLine() {
    refused(LOCKSTEP, "\"schedule\": 1", "\"schedule\": 2", 2, "schedule is 2");
    refused(LOCKSTEP, "lockstep", "locksteps", 3, "there is no adversary locksteps");
    refused(LOCKSTEP, "\"C2\"", "\"C9\"", 4, "there is no protocol C9");
    refused(LOCKSTEP, "\"C2\"", "\"C1\"", 5, "X03 is a mistake in C2, not in C1");
    refused(LOCKSTEP, "X03", "X99", 5, "there is no variant X99");
    refused(LOCKSTEP, "\"X03\"", "3", 5, "variant is no string");
    refused(LOCKSTEP, "\"n\": 3", "\"n\": 65", 6, "n is 65");
    refused(LOCKSTEP, "\"n\": 3", "\"n\": 2", 8, "3 values for n=2");
    refused(LOCKSTEP, "\"f\": 1", "\"f\": 3", 7, "f is 3");
    refused(LOCKSTEP, "\"f\": 1", "\"f\": 0", 16, "at most f=0 may crash");
    refused(LOCKSTEP, "\"f\": 1", "\"f\": 1.0", 7, "has no place for 1.0");
    refused(LOCKSTEP, "\"f\": 1", "\"f\": null", 7, "has no place for null");
    refused(LOCKSTEP, "\"f\": 1", "\"g\": 1", 7, "there is no key g");
    refused(LOCKSTEP, "\"f\": 1", "\"n\": 1", 7, "Duplicate");
    refused(LOCKSTEP, "\"f\": 1,", "", 1, "the key f is missing");
    refused(LOCKSTEP, "10}", "99999999999999999999}", 9, "does not fit 64 bits");
    refused(LOCKSTEP, "10}", "10,\"more\":1}", 9, "a value is written as");
    refused(LOCKSTEP, "\"Num\",\"number\":10", "\"Nam\",\"number\":10", 9, "Nam");
    refused(LOCKSTEP, "\"cycles\": 4", "\"cycles\": 0", 14, "cycles is 0");
    refused(LOCKSTEP, "\"slot\": 0", "\"slot\": 12", 16, "slot is 12");
    refused(LOCKSTEP, "\"slot\": 0", "\"slot\": 1", 16, "reaches nobody in slot 1");
    refused(LOCKSTEP, "[2, 3]", "[1]", 16, "p1 reaches {p1}");
    refused(LOCKSTEP, "[2, 3]", "[4]", 16, "reached is 4");
    refused(LOCKSTEP, "[2, 3]", "2", 16, "reached is no list");
    refused(LOCKSTEP, "\"slot\": 5", "\"slot\": 12", 20, "slot is 12");
    refused(LOCKSTEP, "3, \"slot\": 5", "4, \"slot\": 5", 20, "process is 4");
    String inRounds = LOCKSTEP.replace("\"C2\"", "\"FS\"").replace("X03", "");
    refused(inRounds, "\"FS\"", "\"FS\"", 19, "all are asked when one cycle begins");
    refused(ASYNC, "\"ask\"", "\"tell\"", 14, "there is no action tell");
    refused(ASYNC, "\"ask\", \"process\": 1", "\"crash\", \"process\": 2", 16, "2 crashes");
    refused(ASYNC, "\"crashed\": 1", "\"crashed\": 3", 17, "crashed is 3");
    refused(ASYNC, "{\"action\": \"ask\", \"process\": 1}", "7", 14, "7 is no object");
    refused(ASYNC, "\"ask\", ", "\"ask\", \"slot\": 1, ", 14, "there is no key slot");
  }

  @Test
  void whatIsNoJsonOrTooLongIsRefused() {
    assertThrows(BadInput.class, () -> parse(""));
    assertThrows(BadInput.class, () -> parse("[]"));
    assertThrows(BadInput.class, () -> parse(ASYNC + "1"));
    assertThrows(BadInput.class, () -> parse("[".repeat(100_000)));
    assertThrows(BadInput.class, () -> parse(ASYNC.substring(0, ASYNC.length() - 3)));
    BadInput bad =
        assertThrows(BadInput.class, () -> parse(" ".repeat(ScheduleFile.BYTES_MAX + 1)));
    assertTrue(bad.rule().contains("longer than"), bad.getMessage());
    assertThrows(BadInput.class, () -> ScheduleFile.read(Path.of("no such file")));
  }
}
