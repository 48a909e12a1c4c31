package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Value;

/**
 * Messages of views that have not begun, or beyond the window, with who sent them: they will be
 * heard when the replica has come so far.
 */
public record TooEarly(List<Data> messages) {
  public static final TooEarly NONE = new TooEarly(List.of());

  /**
   * Of one sender. What a correct one says so far ahead is dropped, and made good by the next
   * stable checkpoint.
   */
  private static final int MAX = 64;

  public TooEarly {
    messages = List.copyOf(messages);
  }

  TooEarly with(int source, Value message) {
    if (messages.stream().filter(each -> each.source() == source).count() >= MAX) {
      return this;
    }
    List<Data> more = new ArrayList<>(messages);
    more.add(new Data(source, message));
    return new TooEarly(more);
  }

  /** The first for which it is time, or null. */
  Data first(Predicate<Value> isTime) {
    return messages.stream().filter(each -> isTime.test(each.message())).findFirst().orElse(null);
  }

  TooEarly without(Data message) {
    return new TooEarly(messages.stream().filter(each -> !each.equals(message)).toList());
  }

  /** What is of views that are over would take the place of what is of this one. */
  TooEarly since(long view) {
    return new TooEarly(messages.stream().filter(each -> viewOf(each.message()) >= view).toList());
  }

  static long viewOf(Value message) {
    return switch (message) {
      case PrePrepare prePrepare -> prePrepare.view();
      case Statement(int _, PrepareOrder order, var _) -> order.view();
      case CommitOrder commit -> commit.view();
      default -> throw new IllegalStateException("not of a view: " + message);
    };
  }

  static long sequenceOf(Value message) {
    return switch (message) {
      case PrePrepare prePrepare -> prePrepare.sequence();
      case Statement(int _, PrepareOrder order, var _) -> order.sequence();
      case CommitOrder commit -> commit.sequence();
      default -> throw new IllegalStateException("not of a view: " + message);
    };
  }
}
