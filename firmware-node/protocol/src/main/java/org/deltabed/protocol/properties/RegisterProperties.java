package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.protocol.history.linear.Linearizability;
import org.deltabed.protocol.history.linear.Operation;
import org.deltabed.protocol.history.linear.Operations;
import org.deltabed.protocol.history.linear.RegisterSpecification;
import org.deltabed.protocol.history.linear.Verdict;

/**
 * Properties of registers, and of a key-value store, whose every key is one; sources:
 * distributed-algorithms-notes, From message passing to shared memory, and
 * dependable-systems-notes, 4.1. Operations of processes that crashed count, and may be pending for
 * ever.
 */
public final class RegisterProperties {
  private RegisterProperties() {}

  /**
   * What a (1, N) regular register owes.
   *
   * @param cycles how many after its invocation and the last crash an operation completes, for N
   * @param needsDelta whether what a read returns rests on the accuracy of P
   */
  public static List<Property> regular(
      String instance, IntUnaryOperator cycles, boolean needsDelta) {
    return List.of(termination(instance, cycles), validity(instance, needsDelta));
  }

  /** What a (1, N) atomic register owes: as {@link #regular}, and more. */
  public static List<Property> atomic(
      String instance, IntUnaryOperator cycles, boolean needsDelta) {
    return List.of(
        termination(instance, cycles),
        validity(instance, needsDelta),
        ordering(instance, needsDelta),
        linearizability(instance, needsDelta));
  }

  /** What an (N, N) atomic register owes. */
  public static List<Property> manyWriters(
      String instance, IntUnaryOperator cycles, boolean needsDelta) {
    return List.of(termination(instance, cycles), linearizability(instance, needsDelta));
  }

  public static Property termination(String instance, IntUnaryOperator cycles) {
    return new NamedProperty(
        "termination",
        instance,
        "If a correct process invokes an operation, then the operation eventually completes",
        true,
        true,
        history -> checkTermination(history, instance, cycles));
  }

  /** 4.1.1: all that a register owes where operations are sequential. */
  public static Property safety(String instance, boolean needsDelta) {
    return of(
        "safety",
        instance,
        "Every read returns the value of the last write, when no operation is concurrent",
        needsDelta,
        operations -> RegisterSemantics.check(operations, RegisterSemantics::unlessConcurrent));
  }

  /** 4.1.6: safe semantics of a register whose values are the numbers from 0 to {@code last}. */
  public static Property safe(String instance, long last, boolean needsDelta) {
    return of(
        "safe semantics",
        instance,
        "A read that is not concurrent with a write returns the value of the most recent write; any"
            + " read returns a value of the domain 0.."
            + last,
        needsDelta,
        operations ->
            RegisterSemantics.check(
                operations, (read, all) -> RegisterSemantics.safe(read, all, last)));
  }

  /** Regular semantics. */
  public static Property validity(String instance, boolean needsDelta) {
    return of(
        "validity",
        instance,
        "A read that is not concurrent with a write returns the last value written. A read that is"
            + " concurrent with a write returns the last value written or the value concurrently"
            + " written",
        needsDelta,
        operations -> RegisterSemantics.check(operations, RegisterSemantics::regular));
  }

  /** The same where many write, so that there need not be one last value. */
  public static Property noStaleRead(String instance, boolean needsDelta) {
    return of(
        "no stale read",
        instance,
        "A get returns a value that was put before or meanwhile, and that no later put had replaced"
            + " when the get began",
        needsDelta,
        operations -> RegisterSemantics.check(operations, RegisterSemantics::regular));
  }

  /** What is left where a read may be stale. */
  public static Property noCreation(String instance, boolean needsDelta) {
    return of(
        "no creation",
        instance,
        "A get returns a value that was put before or meanwhile, or nil",
        needsDelta,
        operations -> RegisterSemantics.check(operations, RegisterSemantics::written));
  }

  public static Property ordering(String instance, boolean needsDelta) {
    return of(
        "ordering",
        instance,
        "If a read returns a value v and a subsequent read returns a value w, then the write of w"
            + " does not precede the write of v",
        needsDelta,
        RegisterSemantics::ordering);
  }

  /** Atomic semantics, of any number of writers. */
  public static Property linearizability(String instance, boolean needsDelta) {
    return of(
        "linearizability",
        instance,
        "Every operation that completed appears to have been executed at some instant between its"
            + " invocation and its completion, every other either so or not at all; a read returns"
            + " what was written last",
        needsDelta,
        RegisterProperties::linearizable);
  }

  private static Property of(
      String name,
      String instance,
      String sentence,
      boolean needsDelta,
      Function<List<Operation>, Outcome> check) {
    return NamedProperty.ofOperations(
        name,
        instance,
        sentence,
        needsDelta,
        history -> check.apply(operations(history, instance)));
  }

  private static List<Operation> operations(History history, String instance) {
    return Operations.of(
        history, instance, event -> event instanceof ReadReturn || event instanceof WriteReturn);
  }

  private static Outcome checkTermination(
      History history, String instance, IntUnaryOperator cycles) {
    long checked = 0;
    String tooShort = null;
    for (Operation operation : operations(history, instance)) {
      if (!history.isCorrect(operation.process())) {
        continue;
      }
      checked++;
      if (!operation.isPending()) {
        continue;
      }
      long due =
          Math.max(operation.invoked(), history.lastCrashSlot())
              + (long) cycles.applyAsInt(history.n()) * history.n();
      if (history.lastedThrough(due)) {
        return new Outcome(
            false,
            true,
            checked,
            operation + ", and was to complete by slot " + due,
            operation.refs());
      }
      tooShort = operation + ", and may be until slot " + due;
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort + "; the run ended after " + history.slots() + " slots")
        : Outcome.held(checked, checked + " operations of correct processes completed");
  }

  private static Outcome linearizable(List<Operation> operations) {
    Linearizability.Result result =
        Linearizability.check(
            RegisterSpecification.REGISTER, operations, Linearizability.CONFIGURATIONS_MAX);
    return switch (result.verdict()) {
      case Verdict.Linearizable _ ->
          Outcome.held(operations.size(), operations.size() + " operations can be ordered");
      case Verdict.Undecided(long configurations) ->
          Outcome.notJudged("undecided after " + configurations + " configurations");
      case Verdict.NotLinearizable _ ->
          new Outcome(
              false,
              true,
              operations.size(),
              "no order of " + RegisterSemantics.list(result.culprits()),
              refs(result.culprits()));
    };
  }

  private static List<String> refs(List<Operation> operations) {
    List<String> refs = new ArrayList<>();
    operations.forEach(operation -> refs.addAll(operation.refs()));
    return refs;
  }
}
