package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A flipped byte anywhere in a spool is said, with the record's number; data that was not written
 * is never read.
 */
class F32_DamagedSpoolTest {
  private static final int RECORDS = 24;

  @TempDir Path folder;
  private Path file;
  private byte[] whole;
  private List<TraceRecord> records;
  private int end;

  @BeforeEach
  void writeASpool() throws IOException {
    Spool spool = Spool.openNewBoot(folder, 1, Samples.SMALL);
    spool.append(Kind.RUN_START, 0, -1, 0, 0, 0, 0, "{\"run\":\"r\"}");
    Samples.fill(spool, RECORDS - 1);
    file = Samples.kill(spool);
    whole = Files.readAllBytes(file);
    records = Samples.read(folder, 1);
    end = SegmentLayout.offset((long) RecordLayout.LONG.get(whole, SegmentLayout.PUBLISHED));
    assertEquals(RECORDS, records.size());
  }

  @Test
  void everyByteFlippedOneAtATime() throws IOException {
    for (int at = 0; at < end; at++) {
      for (int flip : new int[] {1, 0x80, 0xff, whole[at] & 0xff}) {
        if (flip != 0) {
          write(at, whole[at] ^ flip);
          expectDamage(at, flip);
          write(at, whole[at]);
        }
      }
    }
  }

  private void write(int at, int value) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      bytes.write(value);
    }
  }

  private void expectDamage(int at, int flip) throws IOException {
    List<TraceRecord> read = new ArrayList<>();
    try {
      SpoolReader reader = SpoolReader.open(folder, 1, 0);
      while (reader.advance()) {
        read.add(reader.record());
      }
      fail("byte " + at + " flipped by " + flip + " went unseen");
    } catch (SpoolDamaged damaged) {
      assertEquals(records.subList(0, read.size()), read);
      assertEquals(read.size(), damaged.seq(), "byte " + at);
      assertTrue(damaged.offset() <= at || at < SegmentLayout.HEAD_BYTES, "byte " + at);
    }
  }

  @Test
  void aByteBehindTheEndChangesNothing() throws IOException {
    for (int at = end; at < end + 2048; at++) {
      write(at, 0x31);
      assertEquals(records, Samples.read(folder, 1), "byte " + at);
      write(at, 0);
    }
  }

  @Test
  void theNextBootSaysThatTheOneBeforeIsDamaged() throws IOException {
    write(end - 3, whole[end - 3] ^ 4);
    try (Spool spool = Spool.openNewBoot(folder, 1, Samples.SMALL)) {
      assertEquals(RECORDS - 2, spool.previousLastSeq());
      assertEquals(RECORDS - 1, spool.previousDamage().orElseThrow().seq());
    }
  }

  @Test
  void aMissingSegmentIsDamageAndReadingOnGivesItAgain() throws IOException {
    Path other = Files.createDirectory(folder.resolve("long"));
    try (Spool spool = Spool.openNewBoot(other, 1, Samples.SMALL)) {
      Samples.fill(spool, 2400);
    }
    SpoolFolder spools = new SpoolFolder(other);
    Files.delete(spools.segment(1, 1));
    SpoolReader reader = SpoolReader.open(other, 1, 0);
    SpoolDamaged damaged = assertThrows(SpoolDamaged.class, () -> Samples.readAll(reader));
    assertEquals(damaged, assertThrows(SpoolDamaged.class, reader::advance));
    assertTrue(damaged.seq() > 0 && damaged.getMessage().contains("missing"));
  }

  @Test
  void theLastRecordOfASegmentIsNotTakenForItsTail() throws IOException {
    Path other = Files.createDirectory(folder.resolve("long"));
    try (Spool spool = Spool.openNewBoot(other, 1, Samples.SMALL)) {
      Samples.fill(spool, 1200);
    }
    Path first = new SpoolFolder(other).segment(1, 0);
    byte[] bytes = Files.readAllBytes(first);
    int last = SegmentLayout.offset((long) RecordLayout.LONG.get(bytes, SegmentLayout.PUBLISHED));
    bytes[last - 1] ^= 1;
    Files.write(first, bytes);
    assertThrows(SpoolDamaged.class, () -> Samples.read(other, 1));
  }
}
