package org.deltabed.lab.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real nodes recorded for another campaign, whose runs have the same names, is left out. */
class OtherCampaignTest {

  @TempDir Path folder;

  private static List<TraceRecord> run(int boot, long previousBoot) {
    return List.of(
        record(boot, "", 0, Kind.BOOT, previousBoot, 2),
        record(boot, "r01", 1, Kind.RUN_START, 0, 0),
        record(boot, "r01", 2, Kind.RUN_END, 1, 0));
  }

  private static TraceRecord record(int boot, String run, long seq, Kind kind, long a, long b) {
    return new TraceRecord(
        run, 3, boot, seq, 1_000 + seq, kind, TraceRecord.NONE, TraceRecord.NONE, 0, a, b, "");
  }

  @Test
  void ofOlderBootsNothingIsKeptAndNothingIsMissed() throws Exception {
    try (TraceStore traces = new TraceStore(folder)) {
      traces.onlyAfter(3, 4);
      traces.take(3, 4, run(4, 3));
      assertFalse(traces.hasRunEnd("r01", 3, 4));
      traces.take(3, 5, run(5, 4));
      assertTrue(traces.hasRunEnd("r01", 3, 5));
      assertEquals(List.of(), traces.gaps());
      assertEquals(3, traces.taken());
    }
    assertTrue(Files.exists(folder.resolve("r01-n3-b5.jsonl")));
    assertFalse(Files.exists(folder.resolve("r01-n3-b4.jsonl")));
  }
}
