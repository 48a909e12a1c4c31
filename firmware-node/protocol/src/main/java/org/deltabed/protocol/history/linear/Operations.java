package org.deltabed.protocol.history.linear;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;

/** Finds the operations in a history: each request with the indication that answers it. */
public final class Operations {
  private Operations() {}

  /**
   * The operations at an instance, by invocation. Each indication that answers is for the first
   * request of its process that is open; one that answers none is left out.
   *
   * @param answers which indications complete an operation
   */
  public static List<Operation> of(History history, String instance, Predicate<Event> answers) {
    List<Operation> operations = new ArrayList<>();
    for (int p = history.processes().first(); p != 0; p = history.processes().next(p)) {
      operations.addAll(ofProcess(p, history, instance, answers));
    }
    operations.sort(Comparator.comparingLong(Operation::invoked));
    return operations;
  }

  private static List<Operation> ofProcess(
      int process, History history, String instance, Predicate<Event> answers) {
    List<Operation> operations = new ArrayList<>();
    Deque<Occurrence> open = new ArrayDeque<>();
    for (Occurrence o : history.occurrences()) {
      if (o.process() != process || !o.instance().equals(instance)) {
        continue;
      }
      if (o.direction() == Direction.REQUEST) {
        open.add(o);
      } else if (answers.test(o.event()) && !open.isEmpty()) {
        operations.add(completed(operations.size(), open.remove(), o));
      }
    }
    for (Occurrence request : open) {
      operations.add(pending(operations.size(), request));
    }
    return operations;
  }

  private static Operation completed(int number, Occurrence request, Occurrence response) {
    return new Operation(
        request.process(),
        number,
        request.event(),
        response.event(),
        request.slot(),
        response.slot(),
        List.of(request.ref(), response.ref()));
  }

  private static Operation pending(int number, Occurrence request) {
    return new Operation(
        request.process(),
        number,
        request.event(),
        null,
        request.slot(),
        Operation.NEVER,
        List.of(request.ref()));
  }
}
