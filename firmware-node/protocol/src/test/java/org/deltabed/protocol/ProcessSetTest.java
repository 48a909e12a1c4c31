package org.deltabed.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProcessSetTest {
  @Test
  void isASet() {
    ProcessSet set = ProcessSet.of(3, 1).with(64).without(1);
    assertEquals("{p3 p64}", set.toString());
    assertEquals(2, set.size());
    assertTrue(set.contains(64) && !set.contains(1));
    assertEquals(ProcessSet.of(1, 3, 64), set.union(ProcessSet.of(1)));
    assertEquals(ProcessSet.of(3), set.minus(ProcessSet.of(64)));
    assertEquals(ProcessSet.of(3), set.intersect(ProcessSet.all(3)));
    assertTrue(ProcessSet.of(2).isSubsetOf(ProcessSet.all(2)));
    assertFalse(ProcessSet.of(3).isSubsetOf(ProcessSet.all(2)));
  }

  @Test
  void isWalkedByRank() {
    ProcessSet set = ProcessSet.of(64, 2, 63);
    StringBuilder ranks = new StringBuilder();
    for (int p = set.first(); p != 0; p = set.next(p)) {
      ranks.append(p).append(' ');
    }
    assertEquals("2 63 64 ", ranks.toString());
    assertEquals(0, ProcessSet.EMPTY.first());
  }

  @Test
  void hasAtMost64Ranks() {
    assertEquals(64, ProcessSet.all(64).size());
    assertEquals(ProcessSet.EMPTY, ProcessSet.all(0));
    assertThrows(IllegalArgumentException.class, () -> ProcessSet.all(65));
    assertThrows(IllegalArgumentException.class, () -> ProcessSet.of(0));
    assertThrows(IllegalArgumentException.class, () -> ProcessSet.EMPTY.with(65));
  }
}
