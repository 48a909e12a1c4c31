package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deltabed.lab.testing.CommandLine;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.ScheduleFile;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A schedule of the simulator, even one that was made short, run by real agents, ends as in the
 * simulator; and it replays.
 */
class ScheduleOnTestbedTest {
  private static final List<Value> NUMBERS = List.of(new Num(11), new Num(12), new Num(13));

  @TempDir private Path temporary;

  private static void runs(String name, LockstepSchedule schedule, int code, String broken)
      throws Exception {
    Path folder = SharedCampaigns.folder(name);
    Path wiring = TestPlan.threeNodes(9).run("only its wiring is used", "").in(folder);
    Path file = folder.resolve("of-the-simulator.json");
    ScheduleFile.write(file, schedule);
    String id = "s" + System.nanoTime();
    try (DeltabedProcess deltabed =
        DeltabedProcess.start(
            folder,
            "run",
            "--schedule",
            file.toString(),
            "--testbed",
            wiring.resolveSibling("virtual-3.yaml").toString(),
            "--id",
            id)) {
      int ended = deltabed.exitCode(120);
      String output = deltabed.output();
      assertEquals(code, ended, output);
      String expected = broken.isEmpty() ? "PASS" : "VIOLATED (" + broken + ")";
      assertTrue(output.contains("simulator: " + expected), output);
    }
    Path campaign = folder.resolve("runs").resolve(id);
    String verdict = Files.readString(campaign.resolve("verdict.json"));
    assertTrue(verdict.contains(broken.isEmpty() ? "PASS" : "VIOLATED"), verdict);
    if (!broken.isEmpty()) {
      String property = broken.substring(broken.indexOf(' ') + 1);
      assertTrue(verdict.contains(property), verdict);
    }
    assertTrue(Files.exists(campaign.resolve("schedule.json")));
    CommandLine replayed = CommandLine.execute("replay", campaign.toString());
    assertEquals(0, replayed.code(), replayed.out() + replayed.err());
  }

  private static LockstepSchedule schedule(
      String protocol, String variant, int cycles, ProcessSet reached) {
    Setting setting = new Setting(protocol, variant, 3, 1, NUMBERS, 1);
    return new LockstepSchedule(setting, cycles, List.of(new Crash(1, 0, reached)));
  }

  @Test
  void aLeaderThatReachesNobodyBreaksUniformAgreement() throws Exception {
    runs("schedule-x03", schedule("C2", "X03", 1, ProcessSet.EMPTY), 1, "uc: uniform agreement");
  }

  @Test
  void aSenderThatReachesTheLastAloneBreaksAgreement() throws Exception {
    runs("schedule-x11", schedule("T1", "X11", 5, ProcessSet.of(3)), 1, "trb: agreement");
  }

  @Test
  void theCorrectProtocolPassesTheSameSchedule() throws Exception {
    runs("schedule-t1", schedule("T1", "", 5, ProcessSet.of(3)), 0, "");
  }

  private void refused(LockstepSchedule schedule, String rule) throws IOException {
    Path file = temporary.resolve("refused.json");
    ScheduleFile.write(file, schedule);
    CommandLine command = CommandLine.execute("run", "--schedule", file.toString());
    assertEquals(64, command.code(), command.out());
    assertTrue(command.err().contains(rule), command.err());
  }

  @Test
  void whatNoTestbedCanDoIsRefused() throws IOException {
    Setting numbers = schedule("C2", "", 4, ProcessSet.EMPTY).setting();
    refused(
        new LockstepSchedule(
            numbers, 4, List.of(), List.of(new Ask(1, 0), new Ask(2, 1), new Ask(3, 0))),
        "requests at other times");
    List<Value> texts = List.of(new Text("a"), new Text("b"), new Text("c"));
    refused(new LockstepSchedule(numbers.with(texts), 4, List.of()), "nodes are given numbers");
    refused(new LockstepSchedule(numbers, 4, List.of()), "--testbed");
  }
}
