package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.trace.RecordSequence.Gap;
import org.junit.jupiter.api.Test;

/** A gap that stays is named by its numbers. */
class F36_GapTest {
  private final RecordSequence sequence = new RecordSequence();

  private void add(int node, int boot, long... seqs) {
    for (long seq : seqs) {
      assertTrue(sequence.add(node, boot, seq));
    }
  }

  @Test
  void missingNumbersAreRangesOfNodeAndBoot() {
    add(2, 1, 0, 1, 5, 6, 9, 7);
    add(1, 2, 3);
    assertEquals(
        List.of(new Gap(1, 2, 0, 2), new Gap(2, 1, 2, 4), new Gap(2, 1, 8, 8)), sequence.gaps());
    assertEquals("node 2 boot 1: records 2 to 4", sequence.gaps(2, 1).get(0).toString());
    assertEquals("node 2 boot 1: record 8", sequence.gaps(2, 1).get(1).toString());
    assertEquals(3, sequence.gaps(2, 1).get(0).count());
  }

  @Test
  void aMissingTailIsAGapOnceItIsKnownToExist() {
    add(1, 1, 0, 1, 2);
    assertTrue(sequence.gaps().isEmpty());
    sequence.expect(1, 1, 4);
    sequence.expect(1, 1, -1);
    assertEquals(List.of(new Gap(1, 1, 3, 4)), sequence.gaps());
    add(1, 1, 4);
    assertEquals(List.of(new Gap(1, 1, 3, 3)), sequence.gaps());
    add(1, 1, 3);
    assertTrue(sequence.gaps().isEmpty());
  }

  @Test
  void theSameNumberOfAnotherBootIsAnotherRecord() {
    add(1, 1, 0);
    add(1, 2, 0);
    add(2, 1, 0);
    assertFalse(sequence.add(1, 2, 0));
    assertTrue(sequence.contains(2, 1, 0));
    assertFalse(sequence.contains(2, 2, 0));
    assertFalse(sequence.contains(2, 1, 1));
  }
}
