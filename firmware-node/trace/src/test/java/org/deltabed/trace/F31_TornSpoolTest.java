package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spool cut at every byte offset is read up to the last whole record. */
class F31_TornSpoolTest {
  private static final int RECORDS = 40;

  @TempDir Path folder;
  private Path file;
  private byte[] whole;
  private List<TraceRecord> records;
  private int[] ends;

  @BeforeEach
  void writeASpool() throws IOException {
    Spool spool = Spool.openNewBoot(folder, 1, Samples.SMALL);
    Samples.fill(spool, RECORDS);
    file = Samples.kill(spool);
    whole = Files.readAllBytes(file);
    records = Samples.read(folder, 1);
    ends = new int[RECORDS];
    int at = SegmentLayout.HEAD_BYTES;
    for (int i = 0; i < RECORDS; i++) {
      int data = RecordLayout.dataBytes(whole, at);
      at += RecordLayout.padded(RecordLayout.HEADER_BYTES + data);
      ends[i] = at;
    }
    assertEquals(RECORDS, records.size());
  }

  private List<TraceRecord> wholeBefore(int cut) {
    return records.subList(0, (int) Arrays.stream(ends).filter(end -> end <= cut).count());
  }

  @Test
  void cutAtEveryByteOffset() throws IOException {
    for (int cut = ends[RECORDS - 1] + 100; cut >= 0; cut--) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(cut);
      }
      assertEquals(wholeBefore(cut), Samples.read(folder, 1), "cut at " + cut);
    }
  }

  @Test
  void killedAtEveryByteOfAnAppend() throws IOException {
    // The file keeps its size; the bytes of the last record are there up to the cut, and it was not
    // yet published.
    int last = ends[RECORDS - 2];
    for (int cut = last; cut <= ends[RECORDS - 1]; cut++) {
      byte[] killed = whole.clone();
      Arrays.fill(killed, cut, ends[RECORDS - 1], (byte) 0);
      RecordLayout.LONG.set(killed, SegmentLayout.PUBLISHED, SegmentLayout.mark(last));
      Files.write(file, killed);
      List<TraceRecord> read = Samples.read(folder, 1);
      // zeros that the record ends with may be there already
      assertEquals(read.size() == RECORDS ? records : wholeBefore(cut), read, "cut at " + cut);
    }
  }

  @Test
  void sectorsThatNeverReachedTheDiskCutTheTailThatNobodyForced() throws IOException {
    for (int sector = 512; sector < ends[RECORDS - 1]; sector += 512) {
      byte[] powerCut = whole.clone();
      Arrays.fill(powerCut, sector, sector + 512, (byte) 0);
      Files.write(file, powerCut);
      SpoolReader reader = SpoolReader.open(folder, 1, 0);
      assertEquals(wholeBefore(sector), Samples.readAll(reader));
      assertTrue(reader.isTorn());
    }
  }

  @Test
  void nothingThatWasForcedIsTakenForTorn() throws IOException {
    byte[] powerCut = whole.clone();
    RecordLayout.LONG.set(powerCut, SegmentLayout.DURABLE, SegmentLayout.mark(ends[RECORDS - 1]));
    Arrays.fill(powerCut, 1024, 1536, (byte) 0);
    Files.write(file, powerCut);
    long lost = wholeBefore(1024).size();
    SpoolDamaged damaged = assertThrows(SpoolDamaged.class, () -> Samples.read(folder, 1));
    assertEquals(lost, damaged.seq());
  }

  @Test
  void theNextBootKnowsTheLastWholeRecord() throws IOException {
    for (int i = 0; i < RECORDS; i++) {
      Path other = Files.createDirectory(folder.resolve("cut-" + i));
      Files.write(other.resolve(file.getFileName()), Arrays.copyOf(whole, ends[i] - 1));
      try (Spool spool = Spool.openNewBoot(other, 1, Samples.SMALL)) {
        assertEquals(2, spool.boot());
        assertEquals(i - 1, spool.previousLastSeq());
      }
    }
  }
}
