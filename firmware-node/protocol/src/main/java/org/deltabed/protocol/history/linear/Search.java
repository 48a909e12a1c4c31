package org.deltabed.protocol.history.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The search for an order of the operations of one part of an object. Every process's operations
 * are in its own order, so what has been ordered is told by one number for each process.
 */
final class Search<S> {
  private static final int NONE = -1;

  private final SequentialSpecification<S> specification;

  /** By process: its operations in its order. */
  private final Operation[][] lanes;

  private final int limit;
  private final Configurations seen;

  /** How many operations of each process are in the order, then the number of the state. */
  private final int[] now;

  private final Map<S, Integer> numbers = new LinkedHashMap<>();
  private final List<S> states = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  /** How many completed operations are not in the order yet. */
  private int left;

  /**
   * An operation put last in the order, for the time being.
   *
   * @param lane whose it is
   * @param stateBefore the number of the state before
   * @param tried the lanes that were tried in its place, as bits; all, if there is no other choice
   */
  private record Step(int lane, int stateBefore, long tried) {}

  Search(SequentialSpecification<S> specification, List<Operation> operations, int limit) {
    this.specification = specification;
    this.limit = limit;
    lanes = lanes(operations);
    seen = new Configurations(lanes.length + 1);
    now = new int[lanes.length + 1];
    now[lanes.length] = number(specification.initial());
    left = (int) operations.stream().filter(o -> !o.isPending()).count();
  }

  private static Operation[][] lanes(List<Operation> operations) {
    Map<Integer, List<Operation>> byProcess = new TreeMap<>();
    for (Operation operation : operations) {
      byProcess.computeIfAbsent(operation.process(), _ -> new ArrayList<>()).add(operation);
    }
    if (byProcess.size() > Long.SIZE) {
      throw new IllegalArgumentException(byProcess.size() + " processes");
    }
    return byProcess.values().stream()
        .map(of -> of.stream().sorted(Comparator.comparingInt(Operation::number)))
        .map(of -> of.toArray(Operation[]::new))
        .toArray(Operation[][]::new);
  }

  /** Looks until there is an order, or nowhere left to look. */
  Verdict verdict() {
    seen.add(now);
    long tried = 0;
    while (left > 0) {
      if (seen.size() > limit) {
        return new Verdict.Undecided(seen.size());
      }
      int lane = tried == 0 ? readingOnly() : NONE;
      boolean isForced = lane != NONE;
      lane = isForced ? lane : next(tried);
      if (lane != NONE) {
        take(lane, isForced ? -1 : tried | 1L << lane);
        tried = 0;
        continue;
      }
      if (steps.isEmpty()) {
        return new Verdict.NotLinearizable();
      }
      tried = takeBack();
    }
    return new Verdict.Linearizable(order());
  }

  /**
   * A lane whose next operation may come now, was answered so, and changes nothing: there is an
   * order with it in this place if there is one at all, so no other need be tried.
   */
  private int readingOnly() {
    for (int lane = 0; lane < lanes.length; lane++) {
      if (mayCome(lane)
          && !head(lane).isPending()
          && specification.readsOnly(head(lane))
          && after(lane) != NONE) {
        return lane;
      }
    }
    return NONE;
  }

  /** Of the lanes not tried yet, that whose operation returns first and leads somewhere new. */
  private int next(long tried) {
    long without = tried;
    while (true) {
      int best = NONE;
      for (int lane = 0; lane < lanes.length; lane++) {
        boolean isOpen = (without >>> lane & 1) == 0 && mayCome(lane);
        if (isOpen && (best == NONE || head(lane).returned() < head(best).returned())) {
          best = lane;
        }
      }
      if (best == NONE || isNew(best)) {
        return best;
      }
      without |= 1L << best;
    }
  }

  private Operation head(int lane) {
    return lanes[lane][now[lane]];
  }

  /** Whether no operation that is not in the order precedes the lane's next. */
  private boolean mayCome(int lane) {
    if (now[lane] == lanes[lane].length) {
      return false;
    }
    Operation next = head(lane);
    for (int other = 0; other < lanes.length; other++) {
      if (other != lane && now[other] < lanes[other].length && head(other).precedes(next)) {
        return false;
      }
    }
    return true;
  }

  /** The number of the state after the lane's next operation, or NONE. */
  private int after(int lane) {
    S after = specification.after(states.get(now[lanes.length]), head(lane));
    return after == null ? NONE : number(after);
  }

  /** Whether the lane's next operation leads where the search has not been; it then counts as. */
  private boolean isNew(int lane) {
    int after = after(lane);
    if (after == NONE) {
      return false;
    }
    int before = now[lanes.length];
    now[lane]++;
    now[lanes.length] = after;
    boolean isNew = seen.add(now);
    now[lane]--;
    now[lanes.length] = before;
    return isNew;
  }

  private void take(int lane, long tried) {
    steps.add(new Step(lane, now[lanes.length], tried));
    left -= head(lane).isPending() ? 0 : 1;
    int after = after(lane);
    now[lane]++;
    now[lanes.length] = after;
  }

  /** The lanes that were tried where the order now ends. */
  private long takeBack() {
    Step last = steps.removeLast();
    now[last.lane]--;
    now[lanes.length] = last.stateBefore;
    left += head(last.lane).isPending() ? 0 : 1;
    return last.tried;
  }

  private int number(S state) {
    Integer known = numbers.putIfAbsent(state, states.size());
    if (known == null) {
      states.add(state);
      return states.size() - 1;
    }
    return known;
  }

  private List<Operation> order() {
    int[] at = new int[lanes.length];
    List<Operation> order = new ArrayList<>();
    steps.forEach(step -> order.add(lanes[step.lane][at[step.lane]++]));
    return order;
  }
}
