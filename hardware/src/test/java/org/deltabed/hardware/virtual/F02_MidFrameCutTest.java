package org.deltabed.hardware.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.hardware.virtual.LineRig.Passed;
import org.junit.jupiter.api.Test;

/** F02 and F03 on the line: of a killed node only what had passed is ever received. */
class F02_MidFrameCutTest {

  private final LineRig rig = new LineRig();

  @Test
  void onlyTheFragmentBeforeTheCutIsReceived() {
    rig.write(0, 0, 1, 2, 3, 0, 5, 0).at(15_000);
    rig.line.cutPower(0, 29_999);
    rig.write(0, 30_000, 9, 9, 0).at(1_000_000);
    assertEquals(List.of(1, 2), rig.received(1));
    assertEquals(List.of(new Passed(0, 0, 20_000, 2)), rig.passed);
    assertEquals(7, rig.statistics(0).discardedBytes());
    assertEquals(1, rig.statistics(0).powerCuts());
  }

  @Test
  void fateCutsAtExactlyThatByte() {
    rig.fate(() -> Fate.cutAfter(3)).write(0, 0, 1, 2, 3, 4, 0, 5, 0).at(1_000_000);
    assertEquals(List.of(1, 2, 3), rig.received(1));
    assertEquals(List.of("0@30000/3"), rig.cuts);
    assertEquals(1, rig.asked.size());
  }

  @Test
  void aCutAfterTheWholeSubFrameSparesItAndDropsTheNext() {
    rig.fate(() -> Fate.cutAfter(2)).write(0, 0, 1, 0, 2, 0).at(1_000_000);
    assertEquals(List.of(1, 0), rig.received(1));
    assertEquals(List.of("0@20000/2"), rig.cuts);
  }

  @Test
  void aCutBeforeTheFirstByteSendsNothing() {
    rig.fate(() -> Fate.cutAfter(0)).write(0, 7, 1, 0).at(1_000_000);
    assertEquals(List.of(), rig.received(1));
    assertEquals(List.of("0@7/0"), rig.cuts);
  }

  @Test
  void theDeadHearNothingAndTheRestoredSendAgain() {
    rig.line.cutPower(2, 0);
    rig.write(0, 0, 1, 0).at(1_000_000);
    assertEquals(List.of(), rig.received(2));
    rig.line.powerOn(2);
    rig.write(2, 1_000_000, 4, 0).at(2_000_000);
    assertEquals(List.of(1, 0, 4, 0), rig.received(1));
  }

  @Test
  void aDelayedFrameOfADeadNodeNeverComes() {
    rig.fate(() -> Fate.delay(500_000)).write(0, 0, 1, 0).at(100_000);
    rig.line.cutPower(0, 100_000);
    rig.at(1_000_000);
    assertEquals(List.of(), rig.received(1));
  }
}
