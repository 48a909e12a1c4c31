package org.deltabed.protocol;

import java.util.Comparator;
import java.util.List;
import org.deltabed.protocol.Vocabulary.Field;
import org.deltabed.protocol.Vocabulary.Kind;
import org.deltabed.protocol.Vocabulary.Word;

/**
 * One order of all values, the same on every machine: the page's "in some fixed order". By number
 * in the {@link Vocabulary}, then by components from first to last; two values are equal in it only
 * if they are equal.
 */
public final class ValueOrder implements Comparator<Value> {
  public static final ValueOrder ORDER = new ValueOrder();

  private ValueOrder() {}

  @Override
  public int compare(Value one, Value other) {
    Word word = Vocabulary.of(one);
    Word otherWord = Vocabulary.of(other);
    if (word != otherWord) {
      return Integer.compare(word.number(), otherWord.number());
    }
    List<Field> fields = word.fields();
    int order = 0;
    for (int i = 0; i < fields.size() && order == 0; i++) {
      order = compare(fields.get(i).kind(), word.get(one, i), word.get(other, i));
    }
    return order;
  }

  private int compare(Kind kind, Object one, Object other) {
    return switch (kind) {
      case INT -> Integer.compare((int) one, (int) other);
      case LONG -> Long.compare((long) one, (long) other);
      case BOOLEAN -> Boolean.compare((boolean) one, (boolean) other);
      case STRING -> ((String) one).compareTo((String) other);
      case PROCESS_SET ->
          Long.compareUnsigned(((ProcessSet) one).bits(), ((ProcessSet) other).bits());
      case VALUE -> compare((Value) one, (Value) other);
      case VALUES -> compareInTurn((List<?>) one, (List<?>) other);
    };
  }

  private int compareInTurn(List<?> one, List<?> other) {
    int order = 0;
    for (int i = 0; i < Math.min(one.size(), other.size()) && order == 0; i++) {
      order = compare((Value) one.get(i), (Value) other.get(i));
    }
    return order != 0 ? order : Integer.compare(one.size(), other.size());
  }
}
