package org.deltabed.lab.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;
import org.junit.jupiter.api.Test;

/** Delays out of what nodes say with clocks of their own. */
class DelaysTest {
  private static final Testbed THREE = TestbedFile.load(Path.of("../../wiring/virtual-lab-3.yaml"));
  private static final long AHEAD_NS = 7_000_000_000L;

  private long seq;

  private TraceRecord record(Kind kind, int node, int peer, int round, long atNs, int bytes) {
    return new TraceRecord("", node, 1, seq++, atNs, kind, round, 0, peer, atNs, bytes, "");
  }

  /** Node 1 sends at its time, and node 2, whose clock is ahead, answers in the same round. */
  private FrameLog log(long... delaysNs) {
    FrameLog log = new FrameLog(THREE);
    for (int round = 0; round < delaysNs.length; round++) {
      long atNs = round * 100_000_000L;
      log.take(record(Kind.SEND, 1, 0, round, atNs, 50));
      log.take(record(Kind.FRAME, 2, 1, round, AHEAD_NS + atNs + delaysNs[round], 50));
      log.take(record(Kind.SEND, 2, 0, round, AHEAD_NS + atNs, 50));
      log.take(record(Kind.FRAME, 1, 2, round, atNs + delaysNs[round], 50));
    }
    return log;
  }

  @Test
  void theOffsetOfTwoClocksIsTakenOut() {
    Map<Integer, List<Long>> delays =
        Delays.byLength(log(1_000_000, 1_500_000, 9_000_000), false, 50_000_000);
    assertEquals(
        List.of(1_000_000L, 1_000_000L, 1_500_000L, 1_500_000L, 9_000_000L, 9_000_000L),
        delays.get(50));
  }

  @Test
  void aRecordThatComesAgainCountsOnce() {
    FrameLog log = new FrameLog(THREE);
    TraceRecord sent = record(Kind.SEND, 1, 0, 3, 10, 50);
    log.take(sent);
    log.take(sent);
    assertEquals(1, log.sentOf(50));
  }

  @Test
  void eachShareOfTheJitterHoldsTwiceTheLongestSeen() {
    List<Long> way = new ArrayList<>();
    List<Long> late = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      way.add(i * 1_000L);
      late.add(i * 500L);
    }
    Measured measured = new Measured(Map.of(), way, late, late, Map.of(), Map.of());
    Recommendation best = Recommendation.of(measured, THREE);
    assertEquals(8_000, best.receiveJitterUs()); // of which precision may have a quarter
    assertEquals(1_000, best.guardUs());
    assertTrue(best.receiveJitterUs() * 1_000 / 4 >= 2 * way.getLast());
    Recommendation safer = Recommendation.tenTimesSafer(measured, THREE);
    assertTrue(safer.receiveJitterUs() > best.receiveJitterUs());
    assertTrue(safer.deltaUs() > best.deltaUs());
  }
}
