package org.deltabed.protocol.broadcast;

import java.util.Iterator;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;

/**
 * A set of messages, each told by its source and itself, so that two processes may broadcast the
 * same value. Immutable; sorted by {@link org.deltabed.protocol.ValueOrder}, so by source first, at
 * every process alike.
 */
public final class MessageSet implements Iterable<Data> {
  public static final MessageSet EMPTY = new MessageSet(ValueSet.EMPTY);

  private final ValueSet messages;

  private MessageSet(ValueSet messages) {
    this.messages = messages;
  }

  /** The set that {@link #toValue} made a value of. */
  public static MessageSet of(Value value) {
    return new MessageSet(ValueSet.of(((Sequence) value).values()));
  }

  /** To be proposed or sent: equal sets are equal values. */
  public Value toValue() {
    return new Sequence(messages.values());
  }

  public boolean isEmpty() {
    return messages.isEmpty();
  }

  public boolean contains(int source, Value message) {
    return messages.contains(new Data(source, message));
  }

  public MessageSet with(int source, Value message) {
    return new MessageSet(messages.with(new Data(source, message)));
  }

  public MessageSet without(int source, Value message) {
    return new MessageSet(messages.without(new Data(source, message)));
  }

  /** {@code this \ other}. */
  public MessageSet minus(MessageSet other) {
    MessageSet rest = this;
    for (Data data : other) {
      rest = rest.without(data.source(), data.message());
    }
    return rest;
  }

  @Override
  public Iterator<Data> iterator() {
    return messages.values().stream().map(Data.class::cast).iterator();
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
