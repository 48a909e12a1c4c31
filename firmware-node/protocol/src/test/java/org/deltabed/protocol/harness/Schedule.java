package org.deltabed.protocol.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deltabed.protocol.ProcessSet;

/**
 * What the lockstep adversary does: who crashes when, and when each process is asked.
 *
 * @param deaths at most one for each process
 * @param askedSlots by rank-1: the slot at whose start the process gets its request, or -1 for
 *     never
 */
record Schedule(List<Death> deaths, List<Integer> askedSlots) {
  /**
   * A crash in a slot. In its own slot the process composes its frame and reaches these; it does
   * not live to deliver it itself. In another's slot it does not live to deliver that.
   */
  record Death(int process, int slot, ProcessSet reached) {}

  static final int NEVER = -1;

  static Schedule of(int n, Death... deaths) {
    return new Schedule(List.of(deaths), atOnce(n));
  }

  static List<Integer> atOnce(int n) {
    return java.util.Collections.nCopies(n, 0);
  }

  Death deathOf(int process) {
    return deaths.stream().filter(d -> d.process() == process).findFirst().orElse(null);
  }

  /** Every schedule with at most f crashes in the first slots, where all are asked in slot 0. */
  static void all(int n, int f, int slots, Consumer<Schedule> visit) {
    allDeaths(
        n, f, slots, 1, new ArrayList<>(), deaths -> visit.accept(new Schedule(deaths, atOnce(n))));
  }

  /** As {@link #all}, and each is asked when its own first slot begins, having heard the others. */
  static void allInTurn(int n, int f, int slots, Consumer<Schedule> visit) {
    List<Integer> inTurn = java.util.stream.IntStream.range(0, n).boxed().toList();
    allDeaths(
        n, f, slots, 1, new ArrayList<>(), deaths -> visit.accept(new Schedule(deaths, inTurn)));
  }

  /**
   * As {@link #all}, and everybody is asked in any of the slots {@code 0..lastAsked}, each for
   * itself.
   */
  static void allAsked(int n, int f, int slots, int lastAsked, Consumer<Schedule> visit) {
    allDeaths(
        n,
        f,
        slots,
        1,
        new ArrayList<>(),
        deaths ->
            allAsked(
                n,
                lastAsked,
                new ArrayList<>(),
                asked -> visit.accept(new Schedule(deaths, asked))));
  }

  private static void allAsked(
      int n, int lastAsked, List<Integer> asked, Consumer<List<Integer>> visit) {
    if (asked.size() == n) {
      visit.accept(List.copyOf(asked));
      return;
    }
    for (int slot = 0; slot <= lastAsked; slot++) {
      asked.add(slot);
      allAsked(n, lastAsked, asked, visit);
      asked.removeLast();
    }
  }

  private static void allDeaths(
      int n, int f, int slots, int process, List<Death> deaths, Consumer<List<Death>> visit) {
    if (process > n) {
      visit.accept(List.copyOf(deaths));
      return;
    }
    allDeaths(n, f, slots, process + 1, deaths, visit);
    if (deaths.size() == f) {
      return;
    }
    for (Death death : deathsOf(n, process, slots)) {
      deaths.add(death);
      allDeaths(n, f, slots, process + 1, deaths, visit);
      deaths.removeLast();
    }
  }

  /** Every way in which a process can crash in the first slots. */
  static List<Death> deathsOf(int n, int process, int slots) {
    List<Death> deaths = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      if (slot % n + 1 != process) {
        deaths.add(new Death(process, slot, ProcessSet.EMPTY));
        continue;
      }
      for (long bits = 0; bits < 1L << n; bits++) {
        if (!new ProcessSet(bits).contains(process)) {
          deaths.add(new Death(process, slot, new ProcessSet(bits)));
        }
      }
    }
    return deaths;
  }
}
