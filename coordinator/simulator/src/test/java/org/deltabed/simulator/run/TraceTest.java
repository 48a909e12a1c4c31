package org.deltabed.simulator.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.Judge;
import org.deltabed.checker.Verdict;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
  @TempDir private Path temporary;

  private static Execution run(
      String protocol, String variant, int n, int f, int cycles, Crash... crashes) {
    List<Value> values = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      values.add(new Num(100 + p));
    }
    Setting setting = new Setting(protocol, variant, n, f, values, 1);
    return LockstepRun.run(new LockstepSchedule(setting, cycles, List.of(crashes)));
  }

  private CampaignVerdict judge(Execution execution, String folder) throws IOException {
    int n = execution.schedule().setting().n();
    Trace.write(execution, Trace.testbed(n), temporary.resolve(folder));
    return Judge.judge(temporary.resolve(folder));
  }

  @Test
  void aRunWithCrashesPasses() throws IOException {
    CampaignVerdict verdict =
        judge(
            run(
                "C2",
                "",
                5,
                3,
                5,
                new Crash(1, 0, ProcessSet.of(3)),
                new Crash(4, 1, ProcessSet.EMPTY),
                new Crash(2, 6, ProcessSet.of(3, 5))),
            "c2");
    assertEquals(Verdict.PASS, verdict.verdict(), verdict::toString);
    assertEquals(3, verdict.runs().getFirst().crashes().size());
    assertEquals(3, verdict.runs().getFirst().decisions().size(), "p2 decides and crashes");
  }

  @Test
  void aBrokenPropertyIsFoundInTheTrace() throws IOException {
    CampaignVerdict verdict =
        judge(run("C2", "X03", 3, 1, 4, new Crash(1, 0, ProcessSet.EMPTY)), "x03");
    assertEquals(Verdict.VIOLATED, verdict.verdict(), verdict::toString);
    assertTrue(verdict.toString().contains("uniform agreement"), verdict::toString);
  }

  /** The checker judges the records as the simulator judges what it saw. */
  @Test
  void everyProtocolIsJudgedAlikeByBoth() throws IOException {
    for (Protocol protocol : Catalogue.protocols()) {
      int n = 4;
      Setting setting =
          new Setting(
              protocol.id(),
              "",
              n,
              protocol.model().crashesMax(n),
              protocol.workload().inputs(n).getLast(),
              1);
      for (long seed = 0; seed < 3; seed++) {
        Execution execution = RandomLockstep.run(setting, seed);
        CampaignVerdict verdict = judge(execution, protocol.id() + seed);
        assertEquals(
            Verdict.PASS,
            verdict.verdict(),
            () -> protocol.id() + " " + execution.schedule() + "\n" + verdict);
      }
    }
  }

  @Test
  void lateRequestsAreRecordedWhereTheyCome() throws IOException {
    Setting setting = run("C2", "", 3, 1, 4).schedule().setting();
    for (long seed = 0; seed < 5; seed++) {
      CampaignVerdict verdict = judge(RandomLockstep.run(setting, true, seed), "late" + seed);
      assertEquals(Verdict.PASS, verdict.verdict(), verdict::toString);
    }
  }

  @Test
  void sameScheduleSameBytes() throws IOException {
    Path one = temporary.resolve("one");
    Path two = temporary.resolve("two");
    Crash crash = new Crash(2, 1, ProcessSet.of(3));
    Trace.write(run("T1", "", 3, 1, 5, crash), Trace.testbed(3), one);
    Trace.write(run("T1", "", 3, 1, 5, crash), Trace.testbed(3), two);
    try (Stream<Path> files = Files.walk(one)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path twin = two.resolve(one.relativize(file));
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(twin), file.toString());
      }
    }
  }

  @Test
  void whatNoTestbedCouldRunIsRefused() {
    Execution execution = run("C2", "", 3, 1, 4);
    Path folder = temporary.resolve("no");
    assertThrows(
        IllegalArgumentException.class, () -> Trace.write(execution, Trace.testbed(4), folder));
    Execution inAnyOrder = RandomAsync.run(execution.schedule().setting(), 1);
    assertThrows(
        IllegalArgumentException.class, () -> Trace.write(inAnyOrder, Trace.testbed(3), folder));
  }
}
