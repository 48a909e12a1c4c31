package org.deltabed.protocol.agreement;

import java.util.Arrays;
import org.deltabed.protocol.Value;

/**
 * Values that leaders of later rounds sent and that wait for their round: rank to value. Immutable;
 * empty in every slot step where nobody is ahead.
 */
public final class Early {
  public static final Early NONE = new Early(new Value[0]);

  /**
   * By rank, null where nothing waits; no null at the end, so that equal contents are equal arrays.
   */
  private final Value[] values;

  private Early(Value[] values) {
    this.values = values;
  }

  /** The value that waits for the round of that rank, or null. */
  public Value get(int rank) {
    return rank < values.length ? values[rank] : null;
  }

  public Early with(int rank, Value value) {
    Value[] copy = Arrays.copyOf(values, Math.max(values.length, rank + 1));
    copy[rank] = value;
    return new Early(copy);
  }

  public Early without(int rank) {
    if (get(rank) == null) {
      return this;
    }
    Value[] copy = values.clone();
    copy[rank] = null;
    int length = copy.length;
    while (length > 0 && copy[length - 1] == null) {
      length--;
    }
    return length == 0 ? NONE : new Early(Arrays.copyOf(copy, length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Early early && Arrays.equals(values, early.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int rank = 1; rank < values.length; rank++) {
      if (values[rank] != null) {
        text.append(text.length() == 1 ? "" : " ")
            .append('p')
            .append(rank)
            .append('=')
            .append(values[rank]);
      }
    }
    return text.append('}').toString();
  }
}
