package org.deltabed.protocol.history.linear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether operations can be put in one order in which each that precedes another comes before it,
 * and in which the object, alone with one operation at a time, would have answered as it did. A
 * pending operation may be in the order or not.
 *
 * <p>By Wing and Gong's search with the memory of Lowe: depth first, one operation at a time, and
 * never twice from one configuration. Each part of the object is looked at by itself (Herlihy and
 * Wing: linearizability is local).
 */
public final class Linearizability {
  /** Some 40 bytes each. */
  public static final int CONFIGURATIONS_MAX = 1_000_000;

  private Linearizability() {}

  /** What was found. */
  public record Result(Verdict verdict, List<Operation> culprits) {
    public Result {
      culprits = List.copyOf(culprits);
    }
  }

  /**
   * Looks for an order for each part.
   *
   * @param limit how many configurations of one part may be remembered
   * @return with an order of the operations of the last part that was looked at; or that there is
   *     none for some part, with the fewest operations of it for which there is none
   */
  public static <S> Result check(
      SequentialSpecification<S> specification, List<Operation> operations, int limit) {
    Verdict verdict = new Verdict.Linearizable(List.of());
    for (List<Operation> part : parts(specification, operations)) {
      Verdict of = new Search<>(specification, part, limit).verdict();
      if (of instanceof Verdict.NotLinearizable) {
        return new Result(of, new Culprits<>(specification, limit).among(part));
      }
      verdict = verdict instanceof Verdict.Undecided ? verdict : of;
    }
    return new Result(verdict, List.of());
  }

  private static List<List<Operation>> parts(
      SequentialSpecification<?> specification, List<Operation> operations) {
    Map<Object, List<Operation>> parts = new LinkedHashMap<>();
    for (Operation operation : operations) {
      parts.computeIfAbsent(specification.part(operation), _ -> new ArrayList<>()).add(operation);
    }
    return List.copyOf(parts.values());
  }
}
