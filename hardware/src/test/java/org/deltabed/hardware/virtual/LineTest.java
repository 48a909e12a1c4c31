package org.deltabed.hardware.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.hardware.virtual.LineRig.Passed;
import org.junit.jupiter.api.Test;

/** Pacing, chunks and collisions, in virtual time. */
class LineTest {

  private final LineRig rig = new LineRig();

  @Test
  void noByteIsReceivedBeforeItsLastBit() {
    rig.write(0, 0, 1, 2, 0).at(9_999);
    assertEquals(List.of(), rig.received(1));
    assertEquals(List.of(1), rig.at(10_000).received(1));
    assertEquals(List.of(1, 2), rig.at(29_999).received(1));
    assertEquals(List.of(1, 2, 0), rig.at(30_000).received(1));
    assertEquals(List.of(1, 2, 0), rig.received(2));
    assertEquals(List.of(), rig.received(0), "no echo");
    assertEquals(List.of(new Passed(0, 0, 30_000, 3)), rig.passed);
  }

  @Test
  void aChunkEndsWithItsDelimiterAndTakesTheOnesBeforeItAlong() {
    rig.write(0, 0, 0, 0, 5, 0, 0, 6, 0, 7, 0).at(1_000_000);
    assertEquals(List.of("0:4@0-40000", "0:3@40000-70000", "0:2@70000-90000"), rig.asked);
    assertEquals(List.of(0, 0, 5, 0, 0, 6, 0, 7, 0), rig.received(1));
  }

  @Test
  void chunksAreAskedOneByOneWhenTheirTurnComes() {
    rig.write(0, 0, 5, 0, 6, 0);
    assertEquals(1, rig.asked.size());
    rig.at(19_999);
    assertEquals(1, rig.asked.size());
    rig.at(20_000);
    assertEquals(2, rig.asked.size());
  }

  @Test
  void aChunkReadInPiecesStartsWithItsFirstByte() {
    rig.write(0, 0, 5).at(100_000);
    assertEquals(List.of(), rig.received(1), "its fate is not known yet");
    rig.write(0, 100_000, 6, 0);
    assertEquals(List.of("0:3@0-30000"), rig.asked);
    assertEquals(List.of(5, 6, 0), rig.received(1));
  }

  @Test
  void anEndThatNeverComesMakesAFragment() {
    rig.write(0, 0, 5, 6).at(rig.line.nextDueNs(0));
    assertEquals(List.of("0:2@0-20000"), rig.asked);
    assertEquals(List.of(5, 6), rig.received(1));
  }

  @Test
  void overlapCorruptsBothForEverybody() {
    rig.write(0, 0, 1, 2, 3, 0).write(1, 25_000, 7, 8, 0).at(1_000_000);
    List<Integer> seen = rig.received(2);
    assertEquals(7, seen.size());
    assertEquals(List.of(1, 2), seen.subList(0, 2), "before the overlap");
    assertEquals(0, seen.get(6), "after the overlap");
    // Bytes 3 and 0 of port 0 pass at 30 and 40 µs, bytes 7 and 8 of port 1 at 35 and 45 µs.
    assertNotEquals(3, seen.get(2));
    assertNotEquals(7, seen.get(3));
    assertNotEquals(0, seen.get(4));
    assertNotEquals(8, seen.get(5));
    assertEquals(2, rig.statistics(0).collidedBytes());
    assertEquals(2, rig.statistics(1).collidedBytes());
  }

  @Test
  void backToBackIsNoCollision() {
    rig.write(0, 0, 1, 0).write(1, 20_000, 2, 0).at(1_000_000);
    assertEquals(List.of(1, 0, 2, 0), rig.received(2));
    assertEquals(0, rig.statistics(0).collidedBytes() + rig.statistics(1).collidedBytes());
  }

  @Test
  void aCollisionIsSeenEvenIfOneEndIsReadInPieces() {
    rig.write(0, 0, 1, 2, 0).write(1, 5_000, 7).write(1, 60_000, 8, 0).at(1_000_000);
    assertEquals(3, rig.statistics(0).collidedBytes());
  }

  @Test
  void echoIsSwitchable() {
    LineRig echoing = new LineRig(LineRig.SETTINGS.withEcho(true));
    echoing.write(0, 0, 1, 2, 0).at(1_000_000);
    assertEquals(List.of(1, 2, 0), echoing.received(0));
  }

  @Test
  void halvesOfACutLineDoNotHearOrDisturbEachOther() {
    rig.line.reach.split(0b001);
    rig.write(0, 0, 1, 0).write(1, 5_000, 7, 0).at(1_000_000);
    assertEquals(List.of(7, 0), rig.received(2));
    assertEquals(0, rig.statistics(0).collidedBytes());
    rig.line.reach.split(0);
    rig.write(0, 1_000_000, 3, 0).at(2_000_000);
    assertEquals(List.of(7, 0, 3, 0), rig.received(2));
  }

  @Test
  void bitErrorsComeAtTheirRateAndRepeatWithTheSeed() {
    long first = flipped(7);
    assertEquals(first, flipped(7));
    assertNotEquals(first, flipped(8));
    // 10,000 bytes at 1e-2: 800 expected, deviation 28.
    assertTrue(first > 600 && first < 1_000, "flipped " + first);
  }

  private static long flipped(long seed) {
    LineRig noisy = new LineRig(LineRig.SETTINGS.withBitErrorRate(0.01).withSeed(seed));
    for (int i = 0; i < 100; i++) {
      noisy.write(0, i * 10_000_000L, new int[100]).at((i + 1) * 10_000_000L);
    }
    assertEquals(10_000, noisy.received(1).size());
    return noisy.statistics(0).flippedBits();
  }

  @Test
  void deliveriesAreDueAtTheChunksEndAndEachHalfMillisecond() {
    rig.write(0, 0, new int[100]);
    rig.at(300_000);
    assertEquals(800_000, rig.line.nextDueNs(300_000));
    assertEquals(1_000_000, rig.line.nextDueNs(800_000));
  }
}
