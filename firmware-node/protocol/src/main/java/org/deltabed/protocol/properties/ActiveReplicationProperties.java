package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.replication.Account;
import org.deltabed.protocol.replication.active.Sides;

/** Properties of active replication; source: active-replication-exercise. */
public final class ActiveReplicationProperties {
  private ActiveReplicationProperties() {}

  /**
   * What it owes.
   *
   * @param cycles how many after the operation and the last crash it is completed
   */
  public static List<Property> of(String instance, int cycles) {
    return List.of(termination(instance, cycles), linearizability(instance), agreement(instance));
  }

  public static Property termination(String instance, int cycles) {
    return new NamedProperty(
        "termination",
        instance,
        "Every operation of a correct client is completed",
        true,
        true,
        history -> checkTermination(history, instance, cycles));
  }

  public static Property linearizability(String instance) {
    return NamedProperty.ofOperations(
        "linearizability",
        instance,
        "The responses are those of one object, to which each operation is applied at most once,"
            + " between its request and its completion",
        true,
        history -> checkLinearizability(history, instance));
  }

  public static Property agreement(String instance) {
    return new NamedProperty(
        "agreement",
        instance,
        "Of two correct servers one has executed a beginning of what the other has",
        true,
        false,
        history -> checkAgreement(history, instance));
  }

  /**
   * An operation of a client that does nothing worse than crash.
   *
   * @param end null if it is not completed
   */
  private record Operation(Occurrence begin, Occurrence end) {
    Value command() {
      return ((Execute) begin.event()).command();
    }

    boolean mayComeAfter(Operation other) {
      return end == null || other.begin.slot() <= end.slot();
    }

    boolean has(Value response) {
      return ((Output) end.event())
          .response()
          .equals(new Data(begin.process(), Sequence.of(command(), response)));
    }
  }

  private static List<Operation> operations(History history, String instance) {
    List<Operation> operations = new ArrayList<>();
    for (int p = 1; p <= history.n(); p++) {
      int client = p;
      boolean isAsked = Sides.isClient(p, history.n()) && !history.byzantine().contains(p);
      List<Occurrence> begins =
          !isAsked
              ? List.of()
              : history
                  .of(instance, Direction.REQUEST, Execute.class)
                  .filter(o -> o.process() == client)
                  .toList();
      List<Occurrence> ends = outputs(history, instance, p);
      for (int i = 0; i < begins.size(); i++) {
        operations.add(new Operation(begins.get(i), i < ends.size() ? ends.get(i) : null));
      }
    }
    return operations;
  }

  private static List<Occurrence> outputs(History history, String instance, int process) {
    return history
        .of(instance, Direction.INDICATION, Output.class)
        .filter(o -> o.process() == process)
        .toList();
  }

  private static Outcome checkTermination(History history, String instance, long cycles) {
    List<Operation> operations = operations(history, instance);
    long last = operations.stream().mapToLong(o -> o.begin.slot()).max().orElse(0);
    long due = Math.max(last, history.lastCrashSlot()) + cycles * history.n();
    for (Operation operation : operations) {
      if (operation.end == null && history.isCorrect(operation.begin.process())) {
        String why = operation.begin + " is not completed";
        return history.lastedThrough(due)
            ? Outcome.broken(operations.size(), why + " by slot " + due, operation.begin)
            : Outcome.notJudged(why + ", and may be until slot " + due);
      }
    }
    return Outcome.held(operations.size(), operations.size() + " operations completed");
  }

  private static Outcome checkLinearizability(History history, String instance) {
    List<Operation> operations = operations(history, instance);
    if (hasOrder(operations, Account.EMPTY)) {
      return Outcome.held(operations.size(), operations.size() + " operations in one order");
    }
    List<Occurrence> by = operations.stream().map(Operation::end).filter(e -> e != null).toList();
    return Outcome.broken(operations.size(), "no order of these explains " + by, by);
  }

  /** Whether the rest can follow in some order; what is not completed may be left out. */
  private static boolean hasOrder(List<Operation> rest, Account state) {
    if (rest.stream().allMatch(o -> o.end == null)) {
      return true;
    }
    for (Operation next : rest) {
      if (!rest.stream().allMatch(other -> other.mayComeAfter(next))) {
        continue;
      }
      Account.Applied applied = state.apply(next.command());
      if (next.end == null || next.has(applied.response())) {
        List<Operation> others = new ArrayList<>(rest);
        others.remove(next);
        if (hasOrder(others, applied.state())) {
          return true;
        }
      }
    }
    return false;
  }

  private static Outcome checkAgreement(History history, String instance) {
    long compared = 0;
    for (int p = 1; p <= Sides.servers(history.n()); p++) {
      for (int q = p + 1; q <= Sides.servers(history.n()); q++) {
        if (!history.isCorrect(p) || !history.isCorrect(q)) {
          continue;
        }
        List<Occurrence> one = outputs(history, instance, p);
        List<Occurrence> other = outputs(history, instance, q);
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
          compared++;
          if (!one.get(i).event().equals(other.get(i).event())) {
            return Outcome.broken(
                compared, one.get(i) + ", but " + other.get(i), one.get(i), other.get(i));
          }
        }
      }
    }
    return Outcome.held(compared, compared + " executions compared");
  }
}
