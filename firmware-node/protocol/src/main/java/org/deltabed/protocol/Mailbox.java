package org.deltabed.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a process heard in one round: by rank, at most one message of each. Immutable. */
public final class Mailbox {
  public static final Mailbox EMPTY = new Mailbox(new Value[0]);

  /**
   * By rank, null where nothing was heard; no null at the end, so that equal contents are equal.
   */
  private final Value[] messages;

  private Mailbox(Value[] messages) {
    this.messages = messages;
  }

  /** With the message of that process; the first one of each counts. */
  public Mailbox with(int process, Value message) {
    Objects.requireNonNull(message);
    if (get(process) != null) {
      return this;
    }
    Value[] copy = Arrays.copyOf(messages, Math.max(messages.length, process + 1));
    copy[process] = message;
    return new Mailbox(copy);
  }

  /** The message of that process, or null if it was not heard. */
  public Value get(int process) {
    return process < messages.length ? messages[process] : null;
  }

  /** Those that were heard. */
  public ProcessSet senders() {
    ProcessSet senders = ProcessSet.EMPTY;
    for (int p = 1; p < messages.length; p++) {
      senders = messages[p] == null ? senders : senders.with(p);
    }
    return senders;
  }

  /** How many were heard. */
  public int size() {
    return senders().size();
  }

  /** The messages, by rank of their senders. */
  public List<Value> messages() {
    return Arrays.stream(messages).filter(Objects::nonNull).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mailbox mailbox && Arrays.equals(messages, mailbox.messages);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(messages);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    senders()
        .forEach(
            p ->
                text.append(text.length() == 1 ? "" : " ")
                    .append('p')
                    .append(p)
                    .append('=')
                    .append(messages[p]));
    return text.append('}').toString();
  }
}
