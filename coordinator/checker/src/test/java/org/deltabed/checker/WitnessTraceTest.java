package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

/** What the witness's records say, one at a time. */
class WitnessTraceTest {
  private static final int PROCESS = 3;

  @Test
  void onlyAFrameOfALaterBootProvesThatOneIsDead() {
    assertTrue(provesDeath(3, 2));
    assertFalse(provesDeath(2, 2));
    assertFalse(provesDeath(1, 2), "an earlier boot, that the tap was late with");
  }

  @Test
  void ofBootsOnlyTheLowBitsAreOnTheLine() {
    assertTrue(provesDeath(0, 0x1_ffff));
    assertFalse(provesDeath(0xffff, 0x1_0000));
    assertTrue(provesDeath(0x7fff, 0x1_0000));
    assertFalse(provesDeath(0x8000, 0x1_0000), "as far ahead as behind");
  }

  @Test
  void aLaterBootThatWasHeardTooEarlyHidesNoOther() {
    WitnessTrace trace =
        trace(line(3, 1_000), line(3, 2_000), line(1, 3_000)); // of boots 3, 3 and 1
    assertEquals(2_000, trace.laterBoot(PROCESS, 2, 1_500).orElseThrow().timeNs());
    assertTrue(trace.laterBoot(PROCESS, 2, 2_500).isEmpty());
  }

  @Test
  void aSwitchThatFailedToSwitchOnGaveNoPower() {
    WitnessTrace failed = trace(power("\"state\":\"on\",\"failed\":\"the state is \\\"off\\\"\""));
    assertEquals(Long.MAX_VALUE, failed.nextPowerOnNs(PROCESS, 0));
    assertNull(failed.failedCut(PROCESS));
    WitnessTrace done = trace(power("\"state\":\"on\",\"confirmedBy\":\"\",\"sensed\":false"));
    assertEquals(5_000, done.nextPowerOnNs(PROCESS, 0));
  }

  @Test
  void onlyWhatWasSeenAtTheSupplyProvesThatPowerIsGone() {
    WitnessTrace word = trace(power("\"state\":\"off\",\"confirmedBy\":\"sense\""));
    assertTrue(word.proofs(PROCESS).isEmpty());
    assertNotNull(word.unprovedCut(PROCESS));
    WitnessTrace silence =
        trace(
            power(
                "\"state\":\"off\",\"confirmedBy\":\"silence on its lines; done by a person\","
                    + "\"sensed\":false"));
    assertTrue(silence.proofs(PROCESS).isEmpty());
    WitnessTrace failed = trace(power("\"state\":\"off\",\"failed\":\"no answer\""));
    assertTrue(failed.proofs(PROCESS).isEmpty());
    assertNull(failed.unprovedCut(PROCESS));
    assertNotNull(failed.failedCut(PROCESS));
    WitnessTrace sensed =
        trace(power("\"state\":\"off\",\"confirmedBy\":\"sense pin; done\",\"sensed\":true"));
    assertEquals(CrashMeans.SENSE, sensed.proofs(PROCESS).getFirst().means());
    assertNull(sensed.unprovedCut(PROCESS));
  }

  private static boolean provesDeath(int bootOnLine, int boot) {
    return trace(line(bootOnLine, 1_000)).laterBoot(PROCESS, boot, 0).isPresent();
  }

  private static TraceRecord line(int boot, long endNs) {
    String data = "{\"by\":\"tap\",\"boot\":" + boot + "}";
    return record(Kind.LINE, endNs, endNs - 100, endNs, data);
  }

  private static TraceRecord power(String data) {
    return record(Kind.POWER, 5_000, 4_000, 5_000, "{\"by\":\"relay\"," + data + "}");
  }

  private static TraceRecord record(Kind kind, long timeNs, long a, long b, String data) {
    return new TraceRecord("r01", 0, 1, 0, timeNs, kind, 1, 1, PROCESS, a, b, data);
  }

  private static WitnessTrace trace(TraceRecord... records) {
    return WitnessTrace.of(TraceFile.of(Path.of("r01-lab.jsonl")), List.of(records));
  }
}
