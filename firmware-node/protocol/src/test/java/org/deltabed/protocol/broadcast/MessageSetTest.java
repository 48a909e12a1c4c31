package org.deltabed.protocol.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.junit.jupiter.api.Test;

class MessageSetTest {
  private static final Num TWO = new Num(2);
  private static final Num TEN = new Num(10);

  @Test
  void isSortedBySourceThenValueHoweverItCameAbout() {
    MessageSet set = MessageSet.EMPTY.with(2, TWO).with(1, TEN).with(1, TWO);
    assertEquals("{[p1 2] [p1 10] [p2 2]}", set.toString());
    MessageSet other = MessageSet.EMPTY.with(1, TWO).with(2, TWO).with(1, TEN);
    assertEquals(set, other);
    assertEquals(set.hashCode(), other.hashCode());
    assertEquals(set, MessageSet.of(other.toValue()));
    assertEquals(set.toValue(), other.toValue());
  }

  @Test
  void isASetOfMessagesBySourceAndValue() {
    MessageSet set = MessageSet.EMPTY.with(1, TWO);
    assertEquals(set, set.with(1, TWO));
    assertTrue(set.contains(1, TWO));
    assertFalse(set.contains(2, TWO));
    assertEquals(set, set.without(2, TWO));
    assertEquals(MessageSet.EMPTY, set.without(1, TWO));
    assertTrue(set.with(2, TEN).minus(set).contains(2, TEN));
    assertFalse(set.minus(set).iterator().hasNext());
    assertTrue(set.minus(set).isEmpty());
  }

  @Test
  void processesAreKeptByMessage() {
    ProcessesByMessage ack = ProcessesByMessage.NONE.with(2, TWO, 3).with(1, TEN, 1);
    ack = ack.with(1, TWO, 2).with(1, TEN, 2);
    assertEquals("[[p1 2]={p2}, [p1 10]={p1 p2}, [p2 2]={p3}]", ack.toString());
    assertEquals(ProcessSet.of(1, 2), ack.of(1, TEN));
    assertEquals(ProcessSet.EMPTY, ack.of(2, TEN));
    assertSame(ack, ack.with(1, TEN, 2));
    ProcessesByMessage rest = ack.without(1, TWO).without(2, TWO).without(3, TWO);
    List<ProcessesByMessage.Entry> entries = new ArrayList<>();
    rest.forEach(entries::add);
    assertEquals(1, entries.size());
    assertEquals(ProcessesByMessage.NONE.with(1, TEN, 1).with(1, TEN, 2), rest);
    assertEquals(ProcessesByMessage.NONE.hashCode(), rest.without(1, TEN).hashCode());
  }
}
