package org.deltabed.protocol.broadcast;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Value;

/**
 * The page's {@code past}: messages with their sources, each once, in the order in which they were
 * added, so that none comes before one that precedes it. Immutable.
 */
public final class Past implements Iterable<Data> {
  public static final Past NONE = new Past(List.of());

  private final List<Data> messages;

  private Past(List<Data> messages) {
    this.messages = List.copyOf(messages);
  }

  /** To be sent, in order. */
  public List<Value> toValues() {
    return List.copyOf(messages);
  }

  public boolean contains(int source, Value message) {
    return messages.contains(new Data(source, message));
  }

  public Past with(int source, Value message) {
    if (contains(source, message)) {
      return this;
    }
    List<Data> copy = new ArrayList<>(messages);
    copy.add(new Data(source, message));
    return new Past(copy);
  }

  public Past without(int source, Value message) {
    List<Data> copy = new ArrayList<>(messages);
    return copy.remove(new Data(source, message)) ? new Past(copy) : this;
  }

  @Override
  public Iterator<Data> iterator() {
    return messages.iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Past past && messages.equals(past.messages);
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
