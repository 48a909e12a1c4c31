package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.automaton.Observed;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an exploration counts is what there is. */
class CountingTest {
  /** The model that the benchmark compares with Spin: t+1 rounds from all binary inputs. */
  private static Findings floodSet(int n, int t, ExploreOptions options) {
    Protocol protocol = Catalogue.find("FS");
    List<Property> agreement =
        protocol.properties().stream().filter(p -> p.name().equals("uniform agreement")).toList();
    Question question =
        new Question(protocol, n, t, protocol.workload().inputs(n), 1, n, 0, t + 1, 0);
    return new Lockstep(
            question,
            Lockstep.Grain.ROUND,
            new Observed(Set.of(protocol.top()), false, false),
            agreement,
            options)
        .explore(() -> false, progress -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "4, 3, 292, 6671, 219152",
    "6, 4, 3079, 2109020, 5599293504",
    "7, 5, 10716, 69174080, 9767652507776"
  })
  void floodSetHasAsManyStatesAndTransitionsAsTheModelForSpin(
      int n, int t, long states, long transitions, String schedules) {
    Findings found = floodSet(n, t, ExploreOptions.with(2));
    assertEquals(states, found.states());
    assertEquals(transitions, found.transitions());
    assertEquals(new BigInteger(schedules), found.schedules());
    assertEquals(Map.of(), found.broken());
  }

  @Test
  void transitionsMadeOneByOneAreAsManyAsThoseCounted() {
    ExploreOptions options = ExploreOptions.with(1);
    Findings counted = floodSet(5, 3, options);
    Findings made = floodSet(5, 3, options.transitionByTransition());
    assertEquals(counted.transitions(), made.transitions());
    assertEquals(counted.states(), made.states());
    assertEquals(counted.schedules(), made.schedules());
  }

  /** Names of processes do not count: sorted states are fewer and stand for as many schedules. */
  @Test
  void symmetryChangesNoCountOfSchedulesAndNoVerdict() {
    for (int n = 3; n <= 5; n++) {
      for (int t = 1; t < n; t++) {
        Findings plain = floodSet(n, t, ExploreOptions.with(2));
        Findings sorted = floodSet(n, t, ExploreOptions.with(2).symmetrically());
        assertEquals(plain.schedules(), sorted.schedules());
        assertEquals(plain.broken().keySet(), sorted.broken().keySet());
        assertEquals(plain.worstDecisionSlots(), sorted.worstDecisionSlots());
        assertEquals(true, sorted.states() < plain.states());
      }
    }
  }

  /** 3.8 * 10^17 schedules. */
  @Test
  void eightProcessesAndSevenCrashesAreCounted() {
    Findings found = floodSet(8, 7, ExploreOptions.with(2).symmetrically());
    assertEquals(new BigInteger("377719515200356608"), found.schedules());
    assertEquals(Map.of(), found.broken());
  }

  /** Every schedule run by itself, from its beginning to its end: no state is taken for another. */
  @ParameterizedTest
  @CsvSource({
    "C2, '', 3, 2",
    "C1, '', 3, 2",
    "C2, X03, 3, 2",
    "T1, X11, 3, 1",
    "A2, '', 2, 1",
    "C4, '', 2, 1"
  })
  void everyScheduleByItselfGivesTheSame(String id, String variant, int n, int f) {
    Request request = new Request(id, variant, n, f, Request.Kind.LOCKSTEP, 1, false, false);
    Protocol protocol = request.protocol();
    Question question = Question.of(protocol, n, f, 1);
    String instance = protocol.properties().getFirst().instance();
    List<Property> judged =
        protocol.properties().stream().filter(p -> p.instance().equals(instance)).toList();
    Findings found =
        new Lockstep(
                question,
                Lockstep.Grain.SLOT,
                Observed.of(Set.of(instance)),
                judged,
                ExploreOptions.with(2))
            .explore(() -> false, progress -> {});

    long schedules = 0;
    Map<String, Long> broken = new TreeMap<>();
    int cycles = question.crashCycles() + question.settleCycles();
    for (List<Value> values : question.inputs()) {
      Setting setting = new Setting(protocol.id(), variant, n, f, values, 1);
      for (List<Crash> crashes : crashes(n, f, question.crashCycles() * n)) {
        schedules++;
        var history = LockstepRun.run(new LockstepSchedule(setting, cycles, crashes)).history();
        for (Property property : judged) {
          if (!property.check(history).holds()) {
            broken.merge(property.id(), 1L, Long::sum);
          }
        }
      }
    }
    assertEquals(BigInteger.valueOf(schedules), found.schedules());
    Map<String, Long> counted = new TreeMap<>();
    found.broken().forEach((p, b) -> counted.put(p, b.schedules().longValueExact()));
    assertEquals(broken, counted);
  }

  /** The same in rounds: who crashes in a round reaches any of the others, also none or all. */
  @ParameterizedTest
  @CsvSource({"FS, 3, 1", "C5, 3, 1", "FS, 3, 2"})
  void everyScheduleOfRoundsByItselfGivesTheSameEnds(String id, int n, int f) {
    Request request = new Request(id, "", n, f, Request.Kind.LOCKSTEP, 1, false, false);
    Findings rounds =
        new Exploration(request, ExploreOptions.with(2))
            .run(() -> false, progress -> {})
            .top()
            .findings();
    Protocol protocol = request.protocol();
    Question question = Question.of(protocol, n, f, 1);
    Findings slots =
        new Lockstep(
                question,
                Lockstep.Grain.SLOT,
                Observed.of(Set.of(protocol.top())),
                protocol.properties(),
                ExploreOptions.with(2))
            .explore(() -> false, progress -> {});
    assertEquals(slots.broken(), rounds.broken());
    assertEquals(slots.worstDecisionSlots(), rounds.worstDecisionSlots());
    assertEquals(slots.histories(), rounds.histories());
  }

  /** Every way in which at most f of n crash in the first slots; the reached are survivors. */
  private static List<List<Crash>> crashes(int n, int f, int slots) {
    List<List<Crash>> all = new ArrayList<>();
    extend(n, f, slots, 0, new ArrayList<>(), ProcessSet.EMPTY, all);
    return all;
  }

  private static void extend(
      int n,
      int f,
      int slots,
      int slot,
      List<Crash> crashes,
      ProcessSet dead,
      List<List<Crash>> all) {
    if (slot == slots) {
      all.add(List.copyOf(crashes));
      return;
    }
    for (long bits = 0; bits < 1L << n; bits++) {
      ProcessSet crashing = new ProcessSet(bits);
      ProcessSet gone = dead.union(crashing);
      if (!crashing.intersect(dead).isEmpty() || gone.size() > f) {
        continue;
      }
      int owner = slot % n + 1;
      long survivors = ProcessSet.all(n).minus(gone).bits();
      for (long reached = crashing.contains(owner) ? survivors : 0; ; ) {
        int before = crashes.size();
        int at = slot;
        ProcessSet to = new ProcessSet(reached);
        crashing.forEach(p -> crashes.add(new Crash(p, at, p == owner ? to : ProcessSet.EMPTY)));
        extend(n, f, slots, slot + 1, crashes, gone, all);
        crashes.subList(before, crashes.size()).clear();
        if (reached == 0) {
          break;
        }
        reached = (reached - 1) & survivors;
      }
    }
  }
}
