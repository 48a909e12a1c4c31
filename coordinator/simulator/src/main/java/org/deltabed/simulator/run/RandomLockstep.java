package org.deltabed.simulator.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.LockstepSchedule.Harm;
import org.deltabed.simulator.schedule.Setting;

/**
 * A schedule in slots, drawn from a seed: from none to f crashes while the protocol is at work,
 * half of them in the process's own slot, where its frame reaches any of the others; then time for
 * all that is owed.
 */
public final class RandomLockstep {
  private RandomLockstep() {}

  /**
   * Draws a schedule. Same seed, same schedule.
   *
   * @param setting whose values are drawn anew, from those that the workload tries
   * @param late whether the k-th request of a process comes in any slot of cycle k, and not in its
   *     first
   */
  public static LockstepSchedule draw(Setting setting, boolean late, long seed) {
    Draws draws = new Draws(seed);
    Protocol protocol = setting.protocol();
    int n = setting.n();
    int atWork = protocol.cycles(setting.f());
    int crashCycles = atWork + setting.requestsEach() - 1;
    int cycles = crashCycles + 2 * atWork + 1;
    Setting drawn = setting.with(protocol.workload().drawn(setting.n(), draws::below));
    List<Crash> crashes = new ArrayList<>();
    ProcessSet alive = ProcessSet.all(n);
    int count = draws.below(setting.f() + 1);
    for (int i = 0; i < count; i++) {
      int process = draws.oneOf(alive);
      alive = alive.without(process);
      crashes.add(crash(draws, process, n, crashCycles));
    }
    List<Ask> asks = late ? asks(draws, drawn) : List.of();
    return new LockstepSchedule(
        drawn, cycles, crashes, asks, harms(draws, drawn.liberties(), n, crashCycles));
  }

  /** Draws a schedule and runs it. Same seed, same execution. */
  public static Execution run(Setting setting, boolean late, long seed) {
    return LockstepRun.run(draw(setting, late, seed));
  }

  /** The same with requests when cycles begin. */
  public static Execution run(Setting setting, long seed) {
    return run(setting, false, seed);
  }

  private static List<Ask> asks(Draws draws, Setting setting) {
    int n = setting.n();
    List<Ask> asks = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      Value value = setting.values().get(p - 1);
      int requests =
          setting.protocol().workload().requests(p, n, value, setting.requestsEach()).size();
      for (int k = 0; k < requests; k++) {
        asks.add(new Ask(p, k * n + draws.below(n)));
      }
    }
    asks.sort(Comparator.comparingInt(Ask::slot).thenComparingInt(Ask::process));
    return asks;
  }

  /** The bus harms frames while there are crashes, each of one receiver, and then no more. */
  private static List<Harm> harms(Draws draws, Liberties liberties, int n, int cycles) {
    if (n == 1 || liberties.losses() + liberties.repetitions() == 0) {
      return List.of();
    }
    int losses = draws.below(liberties.losses() + 1);
    int repetitions = draws.below(liberties.repetitions() + 1);
    Map<Integer, Harm> bySlot = new TreeMap<>();
    for (int i = 0; i < losses + repetitions; i++) {
      int slot = draws.below(cycles * n);
      int to = draws.oneOf(ProcessSet.all(n).without(slot % n + 1));
      ProcessSet one = ProcessSet.of(to);
      bySlot.putIfAbsent(
          slot,
          i < losses
              ? new Harm(slot, one, ProcessSet.EMPTY)
              : new Harm(slot, ProcessSet.EMPTY, one));
    }
    return List.copyOf(bySlot.values());
  }

  private static Crash crash(Draws draws, int process, int n, int crashCycles) {
    int cycle = draws.below(crashCycles);
    int owner = draws.oneIn(2) ? process : 1 + draws.below(n);
    ProcessSet reached = ProcessSet.EMPTY;
    for (int p = 1; p <= n; p++) {
      if (owner == process && p != process && draws.oneIn(2)) {
        reached = reached.with(p);
      }
    }
    return new Crash(process, cycle * n + owner - 1, reached);
  }
}
