package org.deltabed.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * A set of values, kept in {@link ValueOrder}, so that equal sets are equal states and everybody
 * walks them in the same order. Immutable.
 */
public final class ValueSet implements Iterable<Value> {
  public static final ValueSet EMPTY = new ValueSet(List.of());

  private final List<Value> values;

  private ValueSet(List<Value> values) {
    this.values = values;
  }

  /** The set of these values, which may be in any order. */
  public static ValueSet of(Iterable<? extends Value> values) {
    ValueSet set = EMPTY;
    for (Value value : values) {
      set = set.with(value);
    }
    return set;
  }

  public boolean contains(Value value) {
    return find(value) >= 0;
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public int size() {
    return values.size();
  }

  public ValueSet with(Value value) {
    int at = find(value);
    if (at >= 0) {
      return this;
    }
    List<Value> more = new ArrayList<>(values);
    more.add(-at - 1, value);
    return new ValueSet(List.copyOf(more));
  }

  public ValueSet without(Value value) {
    int at = find(value);
    if (at < 0) {
      return this;
    }
    List<Value> fewer = new ArrayList<>(values);
    fewer.remove(at);
    return new ValueSet(List.copyOf(fewer));
  }

  /** The values in order. */
  public List<Value> values() {
    return values;
  }

  @Override
  public Iterator<Value> iterator() {
    return values.iterator();
  }

  private int find(Value value) {
    return Collections.binarySearch(values, value, ValueOrder.ORDER);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueSet set && values.equals(set.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (Value value : values) {
      text.append(text.length() == 1 ? "" : " ").append(value);
    }
    return text.append('}').toString();
  }
}
