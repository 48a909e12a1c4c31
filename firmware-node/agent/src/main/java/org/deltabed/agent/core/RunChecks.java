package org.deltabed.agent.core;

import java.util.List;
import java.util.stream.IntStream;
import org.deltabed.trace.RunId;

/** Whether a node can carry out an order. */
final class RunChecks {
  private static final int ROUNDS_MAX = 100_000;
  private static final int REQUESTS_MAX = 100;

  private RunChecks() {}

  /**
   * @throws IllegalArgumentException saying what is wrong
   */
  static void check(RunOrder order, NodeSettings settings) {
    require(RunId.isValid(order.run()), "no run may be called " + order.run());
    // Both hashes, so that a person can see which file is which (F42).
    require(
        order.wiringHash().equals(settings.wiringHash()),
        "wiring differs: node " + settings.wiringHash() + ", coordinator " + order.wiringHash());
    require(
        order.boots().size() == settings.n(), "boots of " + order.boots().size() + " processes");
    int boot = order.boots().get(settings.self() - 1);
    require(boot == settings.boot(), "this is boot " + settings.boot() + ", not " + boot);
    require(order.rounds() >= 1 && order.rounds() <= ROUNDS_MAX, "rounds " + order.rounds());
    require(
        order.crashesMax() >= 0 && order.crashesMax() < settings.n(),
        "crashesMax " + order.crashesMax() + " of " + settings.n() + " processes");
    require(
        order.requestsEach() >= 1 && order.requestsEach() <= REQUESTS_MAX,
        "requestsEach " + order.requestsEach());
    require(
        order.keys() == null || order.keys().n() == settings.n(),
        "keys are not those of " + settings.n() + " processes");
    if (order.crashPoint() instanceof CrashPoint.AfterSubFrames at) {
      check(at, order, settings);
    }
  }

  private static void check(CrashPoint.AfterSubFrames at, RunOrder order, NodeSettings settings) {
    int self = settings.self();
    require(at.round() >= 1 && at.round() <= order.rounds(), "crash point in round " + at.round());
    boolean slotFits = at.subFrames() == 0 || at.slot() == self - 1;
    require(
        slotFits && at.slot() >= 0 && at.slot() < settings.n(),
        "crash point in slot " + at.slot() + ", which process " + self + " does not own");
    List<Integer> receivers = at.order().stream().sorted().toList();
    List<Integer> others =
        IntStream.rangeClosed(1, settings.n()).filter(p -> p != self).boxed().toList();
    require(
        at.subFrames() == 0 || receivers.equals(others),
        "crash point's order is not of all other processes");
    require(
        at.subFrames() >= 0 && at.subFrames() <= others.size(),
        "crash point after " + at.subFrames() + " sub-frames");
    long fitting = settings.timing().burstNs() / settings.timing().frameNs();
    require(at.subFrames() <= fitting, "a slot holds " + fitting + " sub-frames");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
