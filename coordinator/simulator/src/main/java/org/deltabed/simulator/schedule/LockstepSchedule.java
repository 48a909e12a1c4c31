package org.deltabed.simulator.schedule;

import java.util.Comparator;
import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Model;

/**
 * Who crashes when in a run in slots. Requests are made at the beginning of cycles.
 *
 * @param cycles how many cycles the run lasts
 * @param crashes in the order of slots, at most one for each process
 * @param asks when requests are made, in the order of slots; empty where each process gets its k-th
 *     request when cycle k begins
 * @param harms what the bus does to frames, in the order of slots, at most once in each
 */
public record LockstepSchedule(
    Setting setting, int cycles, List<Crash> crashes, List<Ask> asks, List<Harm> harms)
    implements Schedule {

  /**
   * A crash. In its own slot the process composes its frame, which reaches these of the others, and
   * does not live to deliver it itself. In another's slot it does not live to deliver that frame.
   */
  public record Crash(int process, int slot, ProcessSet reached) {}

  /** A process gets its next request when that slot begins. */
  public record Ask(int process, int slot) {}

  /**
   * What the bus does to the frame of a process that lives, where the model bears it: it does not
   * come to these of the others, and comes twice to those.
   */
  public record Harm(int slot, ProcessSet missed, ProcessSet twice) {}

  /** The bus does as it should. */
  public LockstepSchedule(Setting setting, int cycles, List<Crash> crashes, List<Ask> asks) {
    this(setting, cycles, crashes, asks, List.of());
  }

  /** Requests are made when cycles begin. */
  public LockstepSchedule(Setting setting, int cycles, List<Crash> crashes) {
    this(setting, cycles, crashes, List.of());
  }

  public LockstepSchedule {
    asks = List.copyOf(asks);
    crashes =
        crashes.stream()
            .sorted(Comparator.comparingInt(Crash::slot).thenComparingInt(Crash::process))
            .toList();
    ProcessSet seen = ProcessSet.EMPTY;
    for (Crash crash : crashes) {
      check(setting, cycles, crash, seen);
      seen = seen.with(crash.process());
    }
    for (Ask ask : asks) {
      check(setting, ask, asks.getFirst());
    }
    harms = harms.stream().sorted(Comparator.comparingInt(Harm::slot)).toList();
    checkHarms(setting, cycles, harms);
    if (crashes.size() + setting.liberties().byzantine().size() > setting.f()) {
      throw new IllegalArgumentException(
          crashes.size() + " crashes, but at most f=" + setting.f() + " may crash");
    }
  }

  private static void checkHarms(Setting setting, int cycles, List<Harm> harms) {
    int n = setting.n();
    int losses = 0;
    int repetitions = 0;
    int before = -1;
    for (Harm harm : harms) {
      ProcessSet others = ProcessSet.all(n).without(harm.slot() % n + 1);
      ProcessSet harmed = harm.missed().union(harm.twice());
      if (harm.slot() <= before || harm.slot() >= cycles * n) {
        throw new IllegalArgumentException("no slot " + harm.slot() + ", or a second time");
      }
      if (!harmed.isSubsetOf(others) || !harm.missed().intersect(harm.twice()).isEmpty()) {
        throw new IllegalArgumentException(
            "the frame of slot "
                + harm.slot()
                + " misses "
                + harm.missed()
                + " and comes to "
                + harm.twice()
                + " twice");
      }
      before = harm.slot();
      losses += harm.missed().size();
      repetitions += harm.twice().size();
    }
    if (losses > setting.liberties().losses() || repetitions > setting.liberties().repetitions()) {
      throw new IllegalArgumentException(
          losses
              + " losses and "
              + repetitions
              + " repetitions, but at most "
              + setting.liberties().losses()
              + " and "
              + setting.liberties().repetitions()
              + " may be");
    }
  }

  /** Algorithms in rounds are asked all at once, before a cycle's first slot. */
  private static void check(Setting setting, Ask ask, Ask first) {
    boolean inRounds = setting.protocol().model() == Model.ROUNDS;
    if (inRounds && (ask.slot() != first.slot() || ask.slot() % setting.n() != 0)) {
      throw new IllegalArgumentException(
          setting.protocolId()
              + " is made for rounds: all are asked when one cycle begins, not p"
              + ask.process()
              + " in slot "
              + ask.slot());
    }
  }

  private static void check(Setting setting, int cycles, Crash crash, ProcessSet seen) {
    int n = setting.n();
    if (crash.process() < 1 || crash.process() > n || seen.contains(crash.process())) {
      throw new IllegalArgumentException("p" + crash.process() + " cannot crash, or crashes twice");
    }
    if (crash.slot() < 0 || crash.slot() >= cycles * n) {
      throw new IllegalArgumentException("the run has no slot " + crash.slot());
    }
    boolean own = crash.slot() % n == crash.process() - 1;
    if (!own && !crash.reached().isEmpty()) {
      throw new IllegalArgumentException(
          "p" + crash.process() + " reaches nobody in slot " + crash.slot() + ", another's");
    }
    if (!crash.reached().isSubsetOf(ProcessSet.all(n).without(crash.process()))) {
      throw new IllegalArgumentException("p" + crash.process() + " reaches " + crash.reached());
    }
  }

  public LockstepSchedule with(List<Crash> others) {
    return new LockstepSchedule(setting, cycles, others, asks, harms);
  }

  public LockstepSchedule harmed(List<Harm> others) {
    return new LockstepSchedule(setting, cycles, crashes, asks, others);
  }

  /** The slot from which on no frame of a process that lives is lost. */
  public long stableFrom() {
    return harms.stream()
        .filter(harm -> !harm.missed().isEmpty())
        .mapToLong(harm -> harm.slot() + 1)
        .max()
        .orElse(0);
  }

  /** How often a frame comes to somebody once more. */
  public long repetitions() {
    return harms.stream().mapToLong(harm -> harm.twice().size()).sum();
  }
}
