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
 */
public record LockstepSchedule(Setting setting, int cycles, List<Crash> crashes, List<Ask> asks)
    implements Schedule {

  /**
   * A crash. In its own slot the process composes its frame, which reaches these of the others, and
   * does not live to deliver it itself. In another's slot it does not live to deliver that frame.
   */
  public record Crash(int process, int slot, ProcessSet reached) {}

  /** A process gets its next request when that slot begins. */
  public record Ask(int process, int slot) {}

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
    if (crashes.size() > setting.f()) {
      throw new IllegalArgumentException(
          crashes.size() + " crashes, but at most f=" + setting.f() + " may crash");
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
    return new LockstepSchedule(setting, cycles, others, asks);
  }
}
