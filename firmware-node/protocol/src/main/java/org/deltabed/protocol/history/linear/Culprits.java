package org.deltabed.protocol.history.linear;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the fewest operations that cannot be ordered: of a history for which there is no order,
 * what happened until the first moment at which there was none any more, without all operations
 * that can be dispensed with. What is left cannot be ordered, and so neither can the whole.
 */
final class Culprits<S> {
  /** Among so few every choice is tried. */
  private static final int FEW = 14;

  private final SequentialSpecification<S> specification;
  private final int limit;

  Culprits(SequentialSpecification<S> specification, int limit) {
    this.specification = specification;
    this.limit = limit;
  }

  List<Operation> among(List<Operation> operations) {
    List<Operation> beginning = beginning(operations);
    List<Operation> fewer = withoutEach(beginning);
    List<Operation> reversed = new ArrayList<>(beginning);
    Collections.reverse(reversed);
    List<Operation> other = withoutEach(reversed);
    List<Operation> best = new ArrayList<>(other.size() < fewer.size() ? other : fewer);
    best = beginning.size() <= FEW ? fewest(beginning, best) : best;
    List<Operation> found = best;
    return operations.stream()
        .filter(o -> found.stream().anyMatch(o::isSameCall))
        .sorted(Comparator.comparingLong(Operation::invoked))
        .toList();
  }

  /** Until the first response after which there is no order; what returns later is pending. */
  private List<Operation> beginning(List<Operation> operations) {
    List<Long> ends =
        operations.stream().filter(o -> !o.isPending()).map(Operation::returned).sorted().toList();
    int low = 0;
    int high = ends.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isOutOfOrder(until(operations, ends.get(middle)))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return until(operations, ends.get(low));
  }

  private static List<Operation> until(List<Operation> operations, long slot) {
    return new ArrayList<>(
        operations.stream()
            .filter(o -> o.invoked() <= slot)
            .map(o -> o.cutBefore(slot + 1))
            .toList());
  }

  private boolean isOutOfOrder(List<Operation> operations) {
    return new Search<>(specification, operations, limit).verdict()
        instanceof Verdict.NotLinearizable;
  }

  /** Leaves out one after the other while there is no order, until none can be left out. */
  private List<Operation> withoutEach(List<Operation> operations) {
    List<Operation> kept = new ArrayList<>(operations);
    boolean isSmaller = true;
    while (isSmaller) {
      isSmaller = false;
      for (Operation operation : List.copyOf(kept)) {
        List<Operation> rest = new ArrayList<>(kept);
        rest.remove(operation);
        if (specification.isDispensable(operation, rest) && isOutOfOrder(rest)) {
          kept = rest;
          isSmaller = true;
        }
      }
    }
    return kept;
  }

  /** The smallest choice of these that has no order and can be had by leaving out the others. */
  private List<Operation> fewest(List<Operation> operations, List<Operation> known) {
    List<Operation> best = known;
    for (int bits = 1; bits < 1 << operations.size(); bits++) {
      if (Integer.bitCount(bits) < best.size()) {
        List<Operation> chosen = chosen(operations, bits);
        if (isClosed(operations, chosen) && isOutOfOrder(chosen)) {
          best = chosen;
        }
      }
    }
    return new ArrayList<>(best);
  }

  private static List<Operation> chosen(List<Operation> operations, int bits) {
    List<Operation> chosen = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      if ((bits >> i & 1) != 0) {
        chosen.add(operations.get(i));
      }
    }
    return chosen;
  }

  /** Whether every other can be dispensed with. */
  private boolean isClosed(List<Operation> operations, List<Operation> chosen) {
    return operations.stream()
        .filter(o -> !chosen.contains(o))
        .allMatch(o -> specification.isDispensable(o, chosen));
  }
}
