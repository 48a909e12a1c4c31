package org.deltabed.agent.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class ByteRingTest {
  @Test
  void bytesComeOutInOrderWithTheirTimes() {
    ByteRing ring = new ByteRing();
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    for (int i = 0; i < 1_000; i++) {
      long timeNs = i;
      ring.put(new byte[] {(byte) i, (byte) (i + 1)}, 2, timeNs);
      ring.drain(
          (bytes, length, arrivalNs) -> {
            assertEquals(timeNs, arrivalNs);
            got.write(bytes, 0, length);
          });
    }
    assertEquals(2_000, got.size());
    assertFalse(ring.overflown());
  }

  @Test
  void aLongReadIsCutIntoChunks() {
    ByteRing ring = new ByteRing();
    byte[] read = new byte[2_500];
    read[2_499] = 7;
    ring.put(read, read.length, 1);
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    ring.drain((bytes, length, arrivalNs) -> got.write(bytes, 0, length));
    assertArrayEquals(read, got.toByteArray());
  }

  @Test
  void whatFindsNoRoomIsNoticed() {
    ByteRing ring = new ByteRing();
    for (int i = 0; i < ByteRing.CHUNKS; i++) {
      ring.put(new byte[1], 1, i);
    }
    assertFalse(ring.overflown());
    ring.put(new byte[1], 1, ByteRing.CHUNKS);
    assertTrue(ring.overflown());
  }
}
