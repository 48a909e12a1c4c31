package org.deltabed.protocol.broadcast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueOrder;

/**
 * A set of messages, each told by its source and itself, so that two processes may broadcast the
 * same value. Immutable; sorted by {@link ValueOrder}, so by source first, at every process alike.
 */
public final class MessageSet implements Iterable<Data> {
  public static final MessageSet EMPTY = new MessageSet(List.of());

  private final List<Data> messages;

  /** From a list that is sorted and that nobody changes. */
  private MessageSet(List<Data> messages) {
    this.messages = messages;
  }

  /** The set that {@link #toValue} made a value of. */
  public static MessageSet of(Value value) {
    TreeSet<Data> sorted = new TreeSet<>(ValueOrder.ORDER);
    ((Sequence) value).values().forEach(message -> sorted.add((Data) message));
    return new MessageSet(List.copyOf(sorted));
  }

  /** To be proposed or sent: equal sets are equal values. */
  public Value toValue() {
    return new Sequence(List.copyOf(messages));
  }

  public boolean isEmpty() {
    return messages.isEmpty();
  }

  public boolean contains(int source, Value message) {
    return find(new Data(source, message)) >= 0;
  }

  public MessageSet with(int source, Value message) {
    Data data = new Data(source, message);
    int at = find(data);
    if (at >= 0) {
      return this;
    }
    List<Data> copy = new ArrayList<>(messages);
    copy.add(-at - 1, data);
    return new MessageSet(List.copyOf(copy));
  }

  public MessageSet without(int source, Value message) {
    int at = find(new Data(source, message));
    if (at < 0) {
      return this;
    }
    List<Data> copy = new ArrayList<>(messages);
    copy.remove(at);
    return new MessageSet(List.copyOf(copy));
  }

  /** {@code this \ other}. */
  public MessageSet minus(MessageSet other) {
    return new MessageSet(
        messages.stream().filter(m -> !other.contains(m.source(), m.message())).toList());
  }

  private int find(Data data) {
    return Collections.binarySearch(messages, data, ValueOrder.ORDER);
  }

  @Override
  public Iterator<Data> iterator() {
    return messages.iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MessageSet set && messages.equals(set.messages);
  }

  @Override
  public int hashCode() {
    return messages.hashCode();
  }

  @Override
  public String toString() {
    return messages.toString();
  }
}
