package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  @TempDir Path folder;

  @Test
  void whatWasAppendedComesBackAlsoWithoutClosing() throws IOException {
    Spool spool = Spool.openNewBoot(folder, 7, Samples.SMALL);
    spool.append(Kind.RUN_START, 5, -1, 0, 10, 20, 0, "{\"run\":\"r-9\"}");
    spool.append(Kind.FRAME, 6, 2, 3, Long.MAX_VALUE, Long.MIN_VALUE, -1);
    spool.append(Kind.RUN_END, 7, -1, 0, 12, 2, 0);
    spool.append(Kind.STATE, -1, -1, 255, 13, 0, 0, "{\"state\":\"ä€😀\"}");
    List<TraceRecord> expected =
        List.of(
            new TraceRecord(
                "r-9", 7, 1, 0, 10, Kind.RUN_START, 5, -1, 0, 20, 0, "{\"run\":\"r-9\"}"),
            new TraceRecord(
                "r-9", 7, 1, 1, Long.MAX_VALUE, Kind.FRAME, 6, 2, 3, Long.MIN_VALUE, -1, ""),
            new TraceRecord("r-9", 7, 1, 2, 12, Kind.RUN_END, 7, -1, 0, 2, 0, ""),
            new TraceRecord(
                "", 7, 1, 3, 13, Kind.STATE, -1, -1, 255, 0, 0, "{\"state\":\"ä€😀\"}"));
    assertEquals(expected, Samples.readAll(spool.reader(0)));
    assertEquals(expected, Samples.read(folder, 1));
    spool.close();
    assertEquals(expected, Samples.read(folder, 1));
  }

  @Test
  void aBootIsCountedFromTheHighestAndKnowsTheOneBefore() {
    List<Spool> spools = new ArrayList<>();
    for (int boot = 1; boot <= 3; boot++) {
      Spool spool = Spool.openNewBoot(folder, 1, Samples.SMALL);
      assertEquals(boot, spool.boot());
      assertEquals(boot - 1, spool.previousBoot());
      assertEquals(boot == 1 ? -1 : 10L * (boot - 1) - 1, spool.previousLastSeq());
      assertTrue(spool.previousDamage().isEmpty());
      Samples.fill(spool, 10 * boot);
      spools.add(spool); // not closed yet: a node that is cut does not close its spool
    }
    spools.forEach(Spool::close);
  }

  @Test
  void onlySpoolsOfBootsThatAreOverAreDiscarded() throws IOException {
    Spool.openNewBoot(folder, 1, Samples.SMALL).close();
    Spool.openNewBoot(folder, 1, Samples.SMALL).close();
    SpoolFolder spools = new SpoolFolder(folder);
    spools.discard(1);
    assertEquals(Set.of(2), spools.boots().keySet());
    assertThrows(IllegalArgumentException.class, () -> spools.discard(2));
    try (Spool next = Spool.openNewBoot(folder, 1, Samples.SMALL)) {
      assertEquals(3, next.boot());
    }
  }

  @Test
  void segmentsRollOverAndReadingStartsAnywhere() throws IOException {
    Spool spool = Spool.openNewBoot(folder, 1, Samples.SMALL);
    spool.append(Kind.RUN_START, 0, -1, 0, 0, 0, 0, "{\"run\":\"r\"}");
    Samples.fill(spool, 2400);
    List<TraceRecord> all = Samples.read(folder, 1);
    assertEquals(2401, all.size());
    assertTrue(new SpoolFolder(folder).segments(1).size() >= 3);
    assertTrue(all.stream().allMatch(record -> record.run().equals("r")));
    for (int from : new int[] {0, 1, 900, 1000, 2399, 2400, 2401, 9999}) {
      List<TraceRecord> rest = Samples.readAll(SpoolReader.open(folder, 1, from));
      assertEquals(all.subList(Math.min(from, 2401), 2401), rest);
    }
    spool.close();
    assertEquals(all, Samples.read(folder, 1));
    try (Spool next = Spool.openNewBoot(folder, 1, Samples.SMALL)) {
      assertEquals(2400, next.previousLastSeq());
    }
  }

  @Test
  void readersSeeWholeRecordsOnlyWhileTheSpoolGrows() throws Exception {
    SpoolLimits limits = new SpoolLimits(1 << 16, 200);
    Spool spool = Spool.openNewBoot(folder, 1, limits);
    int count = 30_000;
    FutureTask<List<TraceRecord>> read =
        new FutureTask<>(
            () -> {
              SpoolReader reader = spool.reader(0);
              List<TraceRecord> records = new ArrayList<>();
              while (records.size() < count) {
                if (reader.advance()) {
                  records.add(reader.record());
                }
              }
              return records;
            });
    Thread thread = Thread.ofPlatform().daemon().start(read);
    Samples.fill(spool, count);
    List<TraceRecord> records = read.get();
    thread.join();
    for (int i = 0; i < count; i++) {
      assertEquals(i, records.get(i).seq());
      assertEquals(-i, records.get(i).b());
    }
    spool.close();
    assertEquals(records, Samples.read(folder, 1));
  }

  @Test
  void releasedSegmentsAreUsedAgainAndAFullSpoolSaysSo() throws Exception {
    Spool spool = Spool.openNewBoot(folder, 1, Samples.SMALL);
    for (int i = 0; i < 20; i++) {
      Samples.fill(spool, 500);
      spool.release(spool.nextSeq());
    }
    SpoolFailed full = assertThrows(SpoolFailed.class, () -> Samples.fill(spool, 5000));
    assertEquals(SpoolFailed.Reason.SPOOL_FULL, full.reason());
    long lastSeq = spool.nextSeq() - 1;
    List<TraceRecord> left = Samples.read(folder, 1);
    assertEquals(lastSeq, left.getLast().seq());
    assertTrue(left.getFirst().seq() > 0);
    spool.close();
  }

  @Test
  void oneThreadWritesUntilAnotherTakesOver() throws Exception {
    Spool spool = Spool.openNewBoot(folder, 1, Samples.SMALL);
    Samples.fill(spool, 1);
    FutureTask<Boolean> other =
        new FutureTask<>(
            () -> {
              assertThrows(IllegalStateException.class, () -> Samples.fill(spool, 1));
              spool.takeOver();
              spool.append(Kind.FAILURE, -1, -1, 0, 0, 0, 0);
              spool.force();
              return true;
            });
    Thread.ofPlatform().daemon().start(other);
    assertTrue(other.get());
    assertThrows(IllegalStateException.class, () -> Samples.fill(spool, 1));
    spool.close();
    assertEquals(2, Samples.read(folder, 1).size());
  }

  @Test
  void whatNoReaderCouldReadIsNotWritten() throws IOException {
    Spool spool = Spool.openNewBoot(folder, 1, Samples.SMALL);
    String tooLong = "{\"x\":\"" + "y".repeat(Spool.DATA_BYTES_MAX) + "\"}";
    for (String data : List.of("[]", "{", tooLong)) {
      assertThrows(
          IllegalArgumentException.class, () -> spool.append(Kind.HALT, 0, 0, 0, 0, 0, 0, data));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> spool.append(Kind.RUN_START, 0, 0, 0, 0, 0, 0, "{\"run\":\"../x\"}"));
    assertThrows(IllegalArgumentException.class, () -> spool.append(Kind.HALT, 0, 999, 0, 0, 0, 0));
    assertFalse(spool.reader(0).advance());
    spool.close();
  }
}
