package org.deltabed.protocol.history.linear;

import java.util.ArrayList;
import java.util.List;

/** Tries every order of every choice of pending operations: slow, and plainly right. */
final class BruteForce {
  private BruteForce() {}

  static <S> boolean isLinearizable(
      SequentialSpecification<S> specification, List<Operation> operations) {
    return canGoOn(specification, specification.initial(), new ArrayList<>(operations));
  }

  private static <S> boolean canGoOn(
      SequentialSpecification<S> specification, S state, List<Operation> left) {
    if (left.stream().allMatch(Operation::isPending)) {
      return true;
    }
    for (Operation next : left) {
      List<Operation> rest = new ArrayList<>(left);
      rest.remove(next);
      boolean mayCome = rest.stream().noneMatch(o -> o.precedes(next));
      S after = mayCome ? specification.after(state, next) : null;
      if (after != null && canGoOn(specification, after, rest)) {
        return true;
      }
    }
    return false;
  }
}
