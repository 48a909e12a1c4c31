package org.deltabed.protocol.byzantine;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vocabulary;

/** A message with another value in it. */
final class Altered {
  /** Far from what a plan gives processes. */
  private static final long BY = 1_000;

  private Altered() {}

  /** Every number that is a value of its own is another one; all else is as it was. */
  static Value of(Value value) {
    if (value instanceof Num(long number)) {
      return new Num(number + BY);
    }
    Vocabulary.Word word = Vocabulary.of(value);
    List<Object> components = new ArrayList<>();
    for (int i = 0; i < word.fields().size(); i++) {
      components.add(part(word.get(value, i)));
    }
    return (Value) word.make(components.toArray());
  }

  private static Object part(Object component) {
    return switch (component) {
      case Value value -> of(value);
      case List<?> values -> values.stream().map(Altered::part).toList();
      default -> component;
    };
  }
}
