package org.deltabed.protocol.history.linear;

import java.util.List;
import org.deltabed.protocol.Event;

/**
 * An operation of one process: its invocation, and its completion if there was one.
 *
 * @param process who invoked it
 * @param number which of that process's operations it is, from 0; they are in that order
 * @param request what was asked
 * @param response what was answered, or null if the operation is pending
 * @param invoked when, in slots
 * @param returned when, in slots, or {@link #NEVER}
 * @param refs where the records of both are
 */
public record Operation(
    int process,
    int number,
    Event request,
    Event response,
    long invoked,
    long returned,
    List<String> refs) {
  /** When a pending operation returns. */
  public static final long NEVER = Long.MAX_VALUE;

  public Operation {
    refs = List.copyOf(refs);
    if ((response == null) != (returned == NEVER) || returned < invoked) {
      throw new IllegalArgumentException(
          request + " at " + invoked + ", " + response + " at " + returned);
    }
  }

  public boolean isPending() {
    return response == null;
  }

  /**
   * {@code o1 precedes o2 if o1 completes before o2 is invoked}. Two events of different processes
   * in one slot are in no order.
   */
  public boolean precedes(Operation other) {
    return process == other.process
        ? number < other.number && !isPending()
        : returned < other.invoked;
  }

  /** Neither precedes the other. */
  public boolean isConcurrentWith(Operation other) {
    return !precedes(other) && !other.precedes(this);
  }

  /** Whether it is that operation, as a whole or as it looked at some time. */
  boolean isSameCall(Operation other) {
    return process == other.process && number == other.number;
  }

  /** The same as it looked before it returned. */
  Operation cutBefore(long time) {
    return returned < time
        ? this
        : new Operation(process, number, request, null, invoked, NEVER, refs);
  }

  @Override
  public String toString() {
    return "p"
        + process
        + " "
        + request
        + (isPending()
            ? " from slot " + invoked + ", pending"
            : " → " + response + " in slots " + invoked + ".." + returned);
  }
}
