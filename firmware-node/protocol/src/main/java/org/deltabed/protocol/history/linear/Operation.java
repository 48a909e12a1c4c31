package org.deltabed.protocol.history.linear;

import java.util.List;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Get;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.Put;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;

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

  /** What was asked and answered: {@code write(7)}, {@code read() → 7}. */
  public String text() {
    String asked =
        switch (request) {
          case Read() -> "read()";
          case Write(var value) -> "write(" + value + ")";
          case Get(var key) -> "get(" + key + ")";
          case Put(var key, var value) -> "put(" + key + ", " + value + ")";
          case Execute(var command) -> "execute(" + command + ")";
          default -> request.toString();
        };
    return switch (response) {
      case null -> asked;
      case WriteReturn() -> asked;
      case ReadReturn(var value) -> asked + " → " + value;
      case Output(var value) -> asked + " → " + value;
      default -> asked + " → " + response;
    };
  }

  @Override
  public String toString() {
    return "p"
        + process
        + " "
        + text()
        + (isPending()
            ? " from slot " + invoked + ", pending"
            : " in slots " + invoked + ".." + returned);
  }
}
