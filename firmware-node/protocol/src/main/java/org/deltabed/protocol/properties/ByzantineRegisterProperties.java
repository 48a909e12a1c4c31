package org.deltabed.protocol.properties;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of the Byzantine (1,N) regular register; source: dependable-systems-notes, 6.1.1. They
 * speak of operations of correct processes. {@code cycles}: within how many an operation that was
 * asked for terminates, all that were asked for before it included.
 */
public final class ByzantineRegisterProperties {
  private ByzantineRegisterProperties() {}

  /** What the register owes that has this process for its writer. */
  public static List<Property> regular(String instance, int writer, int cycles) {
    return List.of(termination(instance, cycles), validity(instance, writer));
  }

  public static Property termination(String instance, int cycles) {
    return new NamedProperty(
        "termination",
        instance,
        "Every operation of a correct process eventually terminates",
        true,
        true,
        history -> checkTermination(history, instance, cycles));
  }

  public static Property validity(String instance, int writer) {
    return NamedProperty.ofOperations(
        "validity",
        instance,
        "Every read returns either the concurrently written value or the most recently written"
            + " value",
        false,
        history -> checkValidity(history, instance, writer));
  }

  /**
   * An operation.
   *
   * @param place how many operations of its process came before it
   * @param response null if it did not terminate
   */
  private record Operation(int place, Occurrence request, Occurrence response) {
    /** Whether it had returned before that was asked for; what one process does is in order. */
    boolean precedes(Operation other) {
      return request.process() == other.request.process()
          ? place < other.place
          : response != null && response.slot() < other.request.slot();
    }

    Value written() {
      return ((Write) request.event()).value();
    }
  }

  /** The operations of correct processes, each process's own in order. */
  private static List<Operation> operations(History history, String instance) {
    Map<Integer, Deque<Occurrence>> open = new TreeMap<>();
    Map<Integer, Integer> places = new TreeMap<>();
    List<Operation> operations = new ArrayList<>();
    for (Occurrence o : history.occurrences()) {
      if (!o.instance().equals(instance) || !history.isCorrect(o.process())) {
        continue;
      }
      Deque<Occurrence> own = open.computeIfAbsent(o.process(), _ -> new ArrayDeque<>());
      boolean isRequest = o.event() instanceof Read || o.event() instanceof Write;
      boolean isReturn = o.event() instanceof ReadReturn || o.event() instanceof WriteReturn;
      if (o.direction() == Direction.REQUEST && isRequest) {
        own.add(o);
      } else if (o.direction() == Direction.INDICATION && isReturn && !own.isEmpty()) {
        int place = places.merge(o.process(), 1, Integer::sum);
        operations.add(new Operation(place, own.remove(), o));
      }
    }
    for (Deque<Occurrence> own : open.values()) {
      for (Occurrence o : own) {
        int place = places.merge(o.process(), 1, Integer::sum);
        operations.add(new Operation(place, o, null));
      }
    }
    return operations;
  }

  private static Outcome checkTermination(History history, String instance, int cycles) {
    List<Operation> operations = operations(history, instance);
    String tooShort = null;
    for (Operation operation : operations) {
      long due =
          Math.max(operation.request().slot(), history.lastCrashSlot())
              + (long) cycles * history.n();
      if (operation.response() == null && history.lastedThrough(due)) {
        return Outcome.broken(
            operations.size(), operation.request() + " never returned", operation.request());
      }
      if (operation.response() == null) {
        tooShort = operation.request() + " may until slot " + due;
      }
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(operations.size(), operations.size() + " operations, all terminated");
  }

  private static Outcome checkValidity(History history, String instance, int writer) {
    if (!history.isCorrect(writer)) {
      return Outcome.held(0, "the writer is faulty: of what it wrote when nothing is promised");
    }
    List<Operation> operations = operations(history, instance);
    List<Operation> writes =
        operations.stream()
            .filter(o -> o.request().event() instanceof Write && o.request().process() == writer)
            .toList();
    long reads = 0;
    for (Operation read : operations) {
      if (read.response() != null && read.response().event() instanceof ReadReturn(var v)) {
        reads++;
        if (!mayReturn(read, writes).contains(v)) {
          return Outcome.broken(
              reads,
              read.response() + ", where it may return only one of " + mayReturn(read, writes),
              read.request(),
              read.response());
        }
      }
    }
    return Outcome.held(reads, reads + " reads of " + writes.size() + " writes");
  }

  /** What was written last before the read began, and what was written while it went on. */
  private static List<Value> mayReturn(Operation read, List<Operation> writes) {
    Value last = new Nil();
    List<Value> concurrent = new ArrayList<>();
    for (Operation write : writes) {
      if (write.precedes(read)) {
        last = write.written();
      } else if (!read.precedes(write)) {
        concurrent.add(write.written());
      }
    }
    concurrent.addFirst(last);
    return concurrent;
  }
}
