package org.deltabed.lab.explore;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltabed.lab.explore.Found.Asked;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.LockstepSchedule;

/** Adds up random runs; in whatever order and by however many threads, the sum is the same. */
final class RandomTally {
  /** Of one property; {@code why} and {@code seed} are of the lowest seed that breaks it. */
  private record Sum(long answered, long broken, long seed, String why) {
    static final Sum NONE = new Sum(0, 0, Long.MAX_VALUE, "");

    Sum and(Sum other) {
      Sum first = seed <= other.seed ? this : other;
      return new Sum(answered + other.answered, broken + other.broken, first.seed, first.why);
    }

    static Sum of(long seed, Outcome outcome) {
      long answered = outcome.judged() ? 1 : 0;
      return outcome.holds()
          ? new Sum(answered, 0, Long.MAX_VALUE, "")
          : new Sum(answered, 1, seed, outcome.explanation());
    }
  }

  private final Map<Property, Sum> sums = new LinkedHashMap<>();
  private final String top;
  private final int[] worstSlots;
  private final int[] worstMessages;
  private boolean inSlots = true;
  private long runs;

  RandomTally(Asked asked) {
    top = asked.protocol().top();
    asked.protocol().properties().forEach(property -> sums.put(property, Sum.NONE));
    worstSlots = new int[asked.f() + 1];
    worstMessages = new int[asked.f() + 1];
  }

  void add(long seed, Execution execution) {
    runs++;
    execution
        .judge()
        .forEach((property, outcome) -> sums.merge(property, Sum.of(seed, outcome), Sum::and));
    inSlots &= execution.schedule() instanceof LockstepSchedule;
    if (execution.schedule() instanceof LockstepSchedule schedule) {
      int crashes = schedule.crashes().size();
      Costs costs = Costs.of(execution, top);
      worstSlots[crashes] = Math.max(worstSlots[crashes], costs.decisionSlots());
      worstMessages[crashes] = Math.max(worstMessages[crashes], costs.messages());
    }
  }

  void add(RandomTally other) {
    runs += other.runs;
    inSlots &= other.inSlots;
    other.sums.forEach((property, sum) -> sums.merge(property, sum, Sum::and));
    for (int crashes = 0; crashes < worstSlots.length; crashes++) {
      worstSlots[crashes] = Math.max(worstSlots[crashes], other.worstSlots[crashes]);
      worstMessages[crashes] = Math.max(worstMessages[crashes], other.worstMessages[crashes]);
    }
  }

  long runs() {
    return runs;
  }

  /** The lowest seed that breaks it. */
  long firstSeed(Property property) {
    return sums.get(property).seed;
  }

  List<Judged> judged(boolean complete) {
    return sums.entrySet().stream()
        .filter(each -> inSlots || !each.getKey().countsSlots())
        .map(
            each -> {
              Sum sum = each.getValue();
              return sum.broken > 0
                  ? Judged.broken(each.getKey(), BigInteger.valueOf(sum.broken), why(sum))
                  : Judged.not(each.getKey(), !complete || sum.answered == 0);
            })
        .toList();
  }

  private String why(Sum sum) {
    return inSlots ? sum.why : Shelf.inActions(sum.why);
  }

  Figures figures(boolean complete) {
    boolean timed = inSlots && runs > 0;
    return new Figures(
        complete ? Optional.empty() : Optional.of(Figures.STOPPED),
        Optional.empty(),
        runs,
        timed ? Arrays.stream(worstSlots).boxed().toList() : List.of(),
        timed ? Arrays.stream(worstMessages).boxed().toList() : List.of(),
        Optional.empty());
  }
}
