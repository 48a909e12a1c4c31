package org.deltabed.simulator.minimise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.LockstepSchedule.Harm;
import org.deltabed.simulator.schedule.Setting;

/**
 * Minimises a run in slots: fewer crashes, a smaller system, fewer cycles; then simpler and earlier
 * crashes. Takes the first smaller schedule that still breaks the property, until there is none.
 */
final class SlotMinimiser {
  private final String propertyId;
  private final BooleanSupplier stopped;

  SlotMinimiser(String propertyId, BooleanSupplier stopped) {
    this.propertyId = propertyId;
    this.stopped = stopped;
  }

  LockstepSchedule minimise(LockstepSchedule schedule) {
    if (!breaks(schedule)) {
      throw new IllegalArgumentException("the schedule does not break " + propertyId);
    }
    LockstepSchedule smallest = schedule;
    for (LockstepSchedule next = schedule; next != null; next = smaller(smallest)) {
      smallest = next;
    }
    return smallest;
  }

  private LockstepSchedule smaller(LockstepSchedule schedule) {
    Measure measure = measure(schedule);
    for (LockstepSchedule candidate : candidates(schedule)) {
      if (stopped.getAsBoolean()) {
        return null;
      }
      if (measure(candidate).compareTo(measure) < 0 && breaks(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean breaks(LockstepSchedule schedule) {
    return Minimiser.breaks(LockstepRun.run(schedule), propertyId);
  }

  private static Measure measure(LockstepSchedule schedule) {
    Setting setting = schedule.setting();
    int n = setting.n();
    long late = schedule.asks().size();
    for (Ask ask : schedule.asks()) {
      late += ask.slot();
    }
    long elsewhere = 0;
    long partly = 0;
    long reached = 0;
    long slots = 0;
    for (Crash crash : schedule.crashes()) {
      elsewhere += isOwn(crash, n) ? 0 : 1;
      partly += crash.reached().isEmpty() || crash.reached().size() == n - 1 ? 0 : 1;
      reached += crash.reached().size();
      slots += crash.slot();
    }
    long harms = 0;
    long harmed = 0;
    for (Harm harm : schedule.harms()) {
      harms += harm.missed().size() + harm.twice().size();
      harmed += harm.slot();
    }
    return Measure.of(
        schedule.crashes().size(),
        harms,
        n,
        setting.requestsEach(),
        schedule.cycles(),
        setting.f(),
        late,
        elsewhere,
        partly,
        slots,
        reached,
        harmed,
        setting.liberties().losses() + setting.liberties().repetitions());
  }

  private static boolean isOwn(Crash crash, int n) {
    return crash.slot() % n == crash.process() - 1;
  }

  /** What may be tried, the greatest steps first. */
  private static List<LockstepSchedule> candidates(LockstepSchedule schedule) {
    List<LockstepSchedule> candidates = new ArrayList<>();
    Setting setting = schedule.setting();
    List<Crash> crashes = schedule.crashes();
    for (int i = 0; i < crashes.size(); i++) {
      List<Crash> fewer = new ArrayList<>(crashes);
      fewer.remove(i);
      candidates.add(schedule.with(fewer));
    }
    candidates.addAll(harmedLess(schedule));
    for (int p = setting.n(); p >= 1; p--) {
      add(candidates, without(p, schedule));
    }
    for (int each = 1; each < setting.requestsEach(); each++) {
      Setting fewer = Shrink.withRequestsEach(setting, each);
      candidates.add(of(fewer, schedule.cycles(), schedule));
    }
    for (int cycles = lastSlot(schedule) / setting.n() + 1; cycles < schedule.cycles(); cycles++) {
      candidates.add(of(setting, cycles, schedule));
    }
    for (int f = crashes.size(); f < setting.f(); f++) {
      candidates.add(of(Shrink.withF(setting, f), schedule.cycles(), schedule));
    }
    for (Crash crash : crashes) {
      others(crash, setting.n(), schedule.cycles())
          .forEach(other -> candidates.add(replace(schedule, crash, other)));
    }
    candidates.addAll(askedEarlier(schedule));
    return candidates;
  }

  private static LockstepSchedule of(Setting setting, int cycles, LockstepSchedule schedule) {
    return new LockstepSchedule(
        setting, cycles, schedule.crashes(), schedule.asks(), schedule.harms());
  }

  private static int lastSlot(LockstepSchedule schedule) {
    return Stream.of(
            schedule.crashes().stream().map(Crash::slot),
            schedule.asks().stream().map(Ask::slot),
            schedule.harms().stream().map(Harm::slot))
        .flatMap(slots -> slots)
        .mapToInt(slot -> slot)
        .max()
        .orElse(0);
  }

  /** The bus does less harm, or earlier; and no more than it does may be allowed. */
  private static List<LockstepSchedule> harmedLess(LockstepSchedule schedule) {
    List<LockstepSchedule> candidates = new ArrayList<>();
    for (int i = 0; i < schedule.harms().size(); i++) {
      Harm harm = schedule.harms().get(i);
      candidates.add(harmed(schedule, i, null));
      harm.missed()
          .union(harm.twice())
          .forEach(
              p ->
                  others(harm, p)
                      .forEach(
                          less ->
                              candidates.add(
                                  harmed(schedule, schedule.harms().indexOf(harm), less))));
      int earlier = harm.slot() - schedule.setting().n();
      boolean isFree = schedule.harms().stream().noneMatch(other -> other.slot() == earlier);
      if (earlier >= 0 && isFree) {
        candidates.add(harmed(schedule, i, new Harm(earlier, harm.missed(), harm.twice())));
      }
    }
    Setting setting = schedule.setting();
    int losses = schedule.harms().stream().mapToInt(harm -> harm.missed().size()).sum();
    Liberties given = setting.liberties();
    Liberties fewest =
        new Liberties(
            given.byzantine(), given.falseSuspicions(), losses, (int) schedule.repetitions());
    candidates.add(of(setting.with(fewest), schedule.cycles(), schedule));
    return candidates;
  }

  /** The same harm done to one process less. */
  private static List<Harm> others(Harm harm, int process) {
    Harm less =
        new Harm(harm.slot(), harm.missed().without(process), harm.twice().without(process));
    boolean isNone = less.missed().isEmpty() && less.twice().isEmpty();
    return isNone ? List.of() : List.of(less);
  }

  /** With another harm in place of that one, or with none for null. */
  private static LockstepSchedule harmed(LockstepSchedule schedule, int place, Harm by) {
    List<Harm> harms = new ArrayList<>(schedule.harms());
    if (by == null) {
      harms.remove(place);
    } else {
      harms.set(place, by);
    }
    return schedule.harmed(harms);
  }

  /** Best when cycles begin, as always; else some request in an earlier slot. */
  private static List<LockstepSchedule> askedEarlier(LockstepSchedule schedule) {
    List<LockstepSchedule> candidates = new ArrayList<>();
    candidates.add(asked(schedule, List.of()));
    for (Ask ask : schedule.asks()) {
      for (int slot = 0; slot < ask.slot(); slot++) {
        List<Ask> asks = new ArrayList<>(schedule.asks());
        asks.set(asks.indexOf(ask), new Ask(ask.process(), slot));
        candidates.add(asked(schedule, asks));
      }
    }
    return candidates;
  }

  private static LockstepSchedule asked(LockstepSchedule schedule, List<Ask> asks) {
    List<Ask> inOrder = new ArrayList<>(asks);
    inOrder.sort(Comparator.comparingInt(Ask::slot).thenComparingInt(Ask::process));
    return new LockstepSchedule(
        schedule.setting(), schedule.cycles(), schedule.crashes(), inOrder, schedule.harms());
  }

  private static void add(List<LockstepSchedule> candidates, LockstepSchedule candidate) {
    if (candidate != null) {
      candidates.add(candidate);
    }
  }

  /** Without a process that does not crash; what crashed in its slots crashes in the one before. */
  private static LockstepSchedule without(int process, LockstepSchedule schedule) {
    Setting setting = Shrink.without(process, schedule.setting());
    boolean crashes = schedule.crashes().stream().anyMatch(c -> c.process() == process);
    if (setting == null || crashes || schedule.crashes().size() > setting.f()) {
      return null;
    }
    int n = schedule.setting().n();
    List<Crash> moved = new ArrayList<>();
    for (Crash crash : schedule.crashes()) {
      int slot = slotWithout(process, crash.slot(), n);
      int who = Shrink.rank(crash.process(), process);
      boolean own = slot % (n - 1) == who - 1;
      ProcessSet reached = own ? Shrink.ranks(crash.reached(), process) : ProcessSet.EMPTY;
      moved.add(new Crash(who, slot, reached));
    }
    List<Ask> asks = new ArrayList<>();
    for (Ask ask : schedule.asks()) {
      if (ask.process() != process) {
        int slot = slotWithout(process, ask.slot(), n);
        asks.add(new Ask(Shrink.rank(ask.process(), process), slot));
      }
    }
    return new LockstepSchedule(
        setting, schedule.cycles(), moved, asks, harmsWithout(process, schedule));
  }

  /** What is done to frames of others, and to others. */
  private static List<Harm> harmsWithout(int process, LockstepSchedule schedule) {
    int n = schedule.setting().n();
    List<Harm> harms = new ArrayList<>();
    for (Harm harm : schedule.harms()) {
      ProcessSet missed = Shrink.ranks(harm.missed(), process);
      ProcessSet twice = Shrink.ranks(harm.twice(), process);
      if (harm.slot() % n != process - 1 && !missed.union(twice).isEmpty()) {
        harms.add(new Harm(slotWithout(process, harm.slot(), n), missed, twice));
      }
    }
    return harms;
  }

  /** The number of a slot where that owner is left out; its own become the ones before. */
  private static int slotWithout(int process, int slot, int n) {
    int owner = slot % n + 1;
    int moved = slot / n * (n - 1) + Shrink.rank(owner, process) - 1;
    return Math.max(0, owner == process && owner > 1 ? moved - 1 : moved);
  }

  /** The same process crashes in another slot, or reaches others: the simplest first. */
  private static List<Crash> others(Crash crash, int n, int cycles) {
    List<Crash> others = new ArrayList<>();
    ProcessSet all = ProcessSet.all(n).without(crash.process());
    for (int cycle = 0; cycle < cycles; cycle++) {
      int own = cycle * n + crash.process() - 1;
      others.add(new Crash(crash.process(), own, ProcessSet.EMPTY));
      others.add(new Crash(crash.process(), own, all));
      others.add(new Crash(crash.process(), own, crash.reached()));
    }
    ProcessSet reached = crash.reached();
    for (int p = reached.first(); p != 0; p = reached.next(p)) {
      others.add(new Crash(crash.process(), crash.slot(), reached.without(p)));
    }
    for (int slot = 0; slot < crash.slot(); slot++) {
      others.add(new Crash(crash.process(), slot, ProcessSet.EMPTY));
    }
    return others;
  }

  private static LockstepSchedule replace(LockstepSchedule schedule, Crash crash, Crash by) {
    List<Crash> crashes = new ArrayList<>(schedule.crashes());
    crashes.set(crashes.indexOf(crash), by);
    return schedule.with(crashes);
  }
}
