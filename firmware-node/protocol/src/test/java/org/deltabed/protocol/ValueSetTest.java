package org.deltabed.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueSetTest {
  /** In the fixed order; none is equal to another in it. */
  private static final List<Value> IN_ORDER =
      List.of(
          new Num(-3),
          new Num(9),
          new Num(10),
          new Text("a\", \"b"),
          new Text("b"),
          new Nil(),
          Sequence.of(),
          Sequence.of(new Num(9)),
          Sequence.of(new Num(9), new Num(1)),
          Sequence.of(new Text("a"), new Text("b")),
          new Data(1, new Num(20)),
          new Data(2, new Num(10)),
          new View(1, ProcessSet.of(1)),
          new View(1, ProcessSet.of(1, 64)),
          new View(2, ProcessSet.EMPTY));

  @Test
  void isWalkedInOneOrderHoweverItWasMade() {
    List<Value> shuffled = new java.util.ArrayList<>(IN_ORDER);
    Collections.shuffle(shuffled, new java.util.Random(7));
    ValueSet set = ValueSet.of(shuffled);
    assertEquals(IN_ORDER, set.values());
    assertEquals(ValueSet.of(IN_ORDER), set);
    assertEquals(ValueSet.of(IN_ORDER).hashCode(), set.hashCode());
  }

  @Test
  void theOrderKnowsEqualValues() {
    for (Value one : IN_ORDER) {
      for (Value other : IN_ORDER) {
        assertEquals(one.equals(other), ValueOrder.ORDER.compare(one, other) == 0);
        assertEquals(
            Integer.signum(ValueOrder.ORDER.compare(one, other)),
            -Integer.signum(ValueOrder.ORDER.compare(other, one)));
      }
    }
  }

  @Test
  void isASet() {
    ValueSet set = ValueSet.EMPTY.with(new Num(2)).with(new Num(1)).with(new Num(2));
    assertEquals("{1 2}", set.toString());
    assertEquals(2, set.size());
    assertTrue(set.contains(new Num(1)) && !set.contains(new Num(3)));
    assertSame(set, set.without(new Num(3)));
    assertEquals(ValueSet.EMPTY.with(new Num(1)), set.without(new Num(2)));
    assertTrue(ValueSet.EMPTY.isEmpty());
    assertFalse(set.isEmpty());
  }
}
