package org.deltabed.simulator.timed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.checker.Verdict;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class F02_MidFrameCutTest {
  @Test
  void whatIsLeftOfTheFrameIsRejectedByAllForItsChecksum() {
    TimedSchedule calm = Testbeds.schedule(Testbeds.own(3), Jitter.NONE);
    TimedOutcome whole = TimedRun.run(calm);
    TraceRecord line = frame(whole, 1);
    long cutNs = line.b() - 4 * calm.testbed().timing().byteNs();
    TimedOutcome cut =
        TimedRun.run(calm.with(List.of(new TimedCrash(1, cutNs - whole.runStartNs()))));
    assertEquals(Verdict.PASS, cut.verdict(), () -> cut.judged().reasons().toString());
    List<TraceRecord> rejects = Testbeds.of(cut, Kind.REJECT);
    assertEquals(
        List.of(12, 13),
        rejects.stream()
            .filter(F02_MidFrameCutTest::byChecksum)
            .map(TraceRecord::node)
            .sorted()
            .toList());
  }

  private static boolean byChecksum(TraceRecord reject) {
    return reject.data().contains("\"crc\"");
  }

  @Test
  void onlyWholeBytesOfItWereOnTheLine() {
    TimedSchedule calm = Testbeds.schedule(Testbeds.own(3), Jitter.NONE);
    TimedOutcome whole = TimedRun.run(calm);
    TraceRecord line = frame(whole, 2);
    long byteNs = calm.testbed().timing().byteNs();
    long cutNs = line.a() + 7 * byteNs + byteNs / 2;
    TimedOutcome cut =
        TimedRun.run(calm.with(List.of(new TimedCrash(2, cutNs - whole.runStartNs()))));
    TraceRecord fragment =
        Testbeds.of(cut, Kind.LINE).stream()
            .filter(record -> record.a() == line.a())
            .findFirst()
            .orElseThrow();
    assertEquals(line.a() + 7 * byteNs, fragment.b());
    assertEquals(TraceRecord.NONE, fragment.round());
    assertTrue(fragment.timeNs() >= fragment.b());
  }

  /** A process's frame in the run's first round, in which each has something to say. */
  private static TraceRecord frame(TimedOutcome outcome, int process) {
    int startRound = Testbeds.of(outcome, Kind.RUN_START).getFirst().round();
    return Testbeds.of(outcome, Kind.LINE).stream()
        .filter(record -> record.peer() == process && record.round() == startRound)
        .findFirst()
        .orElseThrow();
  }
}
