package org.deltabed.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueOrderTest {
  /** In order: by number in the vocabulary, then component by component. */
  private static final List<Value> SORTED =
      List.of(
          new Num(-1),
          new Num(2),
          new Num(10),
          new Text(""),
          new Text("a"),
          new Text("b"),
          new Nil(),
          Sequence.of(),
          Sequence.of(new Num(1)),
          Sequence.of(new Num(1), new Num(1)),
          Sequence.of(new Num(2)),
          new Data(1, new Num(9)),
          new Data(1, new Text("a")),
          new Data(2, new Num(1)),
          new View(1, ProcessSet.of(2)),
          new View(1, ProcessSet.of(1, 64)),
          new View(2, ProcessSet.EMPTY));

  @Test
  void isTotalAndOnlyEqualValuesAreEqual() {
    for (int i = 0; i < SORTED.size(); i++) {
      for (int j = 0; j < SORTED.size(); j++) {
        assertEquals(
            Integer.compare(i, j),
            Integer.signum(ValueOrder.ORDER.compare(SORTED.get(i), SORTED.get(j))),
            SORTED.get(i) + " and " + SORTED.get(j));
      }
    }
    assertEquals(0, ValueOrder.ORDER.compare(new Num(7), new Num(7)));
    assertEquals(0, ValueOrder.ORDER.compare(Sequence.of(new Nil()), Sequence.of(new Nil())));
  }

  @Test
  void sorts() {
    List<Value> values = new ArrayList<>(SORTED);
    Collections.reverse(values);
    values.sort(ValueOrder.ORDER);
    assertEquals(SORTED, values);
  }
}
