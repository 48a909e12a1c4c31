package org.deltabed.hardware.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import org.deltabed.hardware.virtual.LineRig.Passed;
import org.junit.jupiter.api.Test;

/** F12 to F21 as the line makes them. */
class F13_LineFaultsTest {

  private final LineRig rig = new LineRig();

  /** One fate per chunk, in order; then all pass. */
  private LineRig fates(Fate... fates) {
    ArrayDeque<Fate> left = new ArrayDeque<>(List.of(fates));
    return rig.fate(() -> left.isEmpty() ? Fate.pass() : left.remove());
  }

  @Test
  void f12Corruption() {
    fates(Fate.flip(0, 9, 800)).write(0, 0, 4, 4, 0).at(1_000_000);
    assertEquals(List.of(5, 6, 0), rig.received(1));
  }

  @Test
  void f13Repetition() {
    fates(Fate.repeat(100_000)).write(0, 0, 1, 0).at(1_000_000);
    assertEquals(List.of(1, 0, 1, 0), rig.received(1));
    assertEquals(
        List.of(new Passed(0, 0, 20_000, 2), new Passed(0, 100_000, 120_000, 2)), rig.passed);
    assertEquals(1, rig.statistics(0).repeatedChunks());
  }

  @Test
  void f14Reorder() {
    fates(Fate.delay(40_000)).write(0, 0, 1, 0, 2, 0).at(1_000_000);
    assertEquals(List.of(2, 0, 1, 0), rig.received(1));
  }

  @Test
  void f15Loss() {
    fates(Fate.drop()).write(0, 0, 1, 0, 2, 0).at(1_000_000);
    assertEquals(List.of(2, 0), rig.received(1));
    assertEquals(List.of(new Passed(0, 20_000, 40_000, 2)), rig.passed, "its time passes");
    assertEquals(1, rig.statistics(0).droppedChunks());
  }

  @Test
  void f16DelayKeepsTheFrameAndItsLength() {
    fates(Fate.delay(500_000)).write(0, 0, 1, 0).at(499_999);
    assertEquals(List.of(), rig.received(1));
    rig.at(1_000_000);
    assertEquals(List.of(1, 0), rig.received(1));
    assertEquals(List.of(new Passed(0, 500_000, 520_000, 2)), rig.passed);
  }

  @Test
  void f16ADelayedFrameMayCollide() {
    fates(Fate.delay(500_000)).write(0, 0, 1, 0).write(1, 495_000, 7, 8, 0).at(1_000_000);
    assertEquals(2, rig.statistics(0).collidedBytes());
    assertEquals(3, rig.statistics(1).collidedBytes());
  }

  @Test
  void f17InsertionNeedsNoNode() {
    rig.line.inject(40, new byte[] {9, 0}, 0);
    rig.at(1_000_000);
    assertEquals(List.of(9, 0), rig.received(0));
    assertEquals(List.of(new Passed(40, 0, 20_000, 2)), rig.passed);
  }

  @Test
  void f20BabblingSpoilsWhatOverlaps() {
    rig.line.babble(2, 0, 100_000);
    rig.write(0, 50_000, 1, 2, 0).at(1_000_000);
    assertEquals(3, rig.statistics(0).collidedBytes());
    assertTrue(rig.statistics(2).babbledBytes() >= 10);
    assertNotEquals(List.of(1, 2, 0), rig.received(1).subList(0, 3));
    rig.write(0, 1_000_000, 1, 2, 0).at(2_000_000);
    List<Integer> seen = rig.received(1);
    assertEquals(List.of(1, 2, 0), seen.subList(seen.size() - 3, seen.size()), "it ends");
  }

  @Test
  void f20APowerCutEndsTheBabbling() {
    rig.line.babble(2, 0, 1_000_000_000);
    rig.at(50_000);
    rig.line.cutPower(2, 50_000);
    rig.write(0, 60_000, 1, 0).at(1_000_000);
    assertEquals(0, rig.statistics(0).collidedBytes());
  }

  @Test
  void f21OnlySomeReceive() {
    fates(Fate.deaf(1)).write(0, 0, 1, 0).at(1_000_000);
    assertEquals(List.of(), rig.received(1));
    assertEquals(List.of(1, 0), rig.received(2));
    rig.line.reach.setLink(0, 2, true);
    rig.write(0, 1_000_000, 3, 0).at(2_000_000);
    assertEquals(List.of(3, 0), rig.received(1));
    assertEquals(List.of(1, 0), rig.received(2));
    assertEquals(2, rig.statistics(2).unheardBytes());
  }

  @Test
  void fatesCombine() {
    Fate both = Fate.delay(100_000).and(Fate.flip(0)).and(Fate.deaf(2)).and(Fate.cutAfter(1));
    fates(both).write(0, 0, 4, 0).at(1_000_000);
    assertEquals(List.of(5), rig.received(1));
    assertEquals(List.of(), rig.received(2));
    assertEquals(List.of("0@110000/1"), rig.cuts);
  }
}
