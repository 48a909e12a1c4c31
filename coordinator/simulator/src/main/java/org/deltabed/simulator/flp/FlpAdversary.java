package org.deltabed.simulator.flp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.simulator.automaton.TooLarge;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Setting;

/**
 * Plays the proof of Fischer, Lynch and Paterson against a consensus: finds a bivalent initial
 * configuration (Lemma 1) and then, again and again, has the oldest message of the pool delivered
 * last in a sequence that ends in a bivalent configuration (Lemma 2). Nobody crashes, every message
 * is delivered, and nobody decides.
 */
public final class FlpAdversary {
  /** The consensus that it plays against. */
  public static final String PROTOCOL = "C6";

  /** One process crashes at most: none does here, but the consensus must bear it. */
  private static final int F = 1;

  private static final int STEPS_MAX = 1_000;
  private static final int STATES_MAX = 2_000_000;

  private final int n;
  private final Deliveries deliveries;
  private final Valences valences;
  private final List<FlpRun.Initial> initial = new ArrayList<>();
  private final List<FlpRun.Step> steps = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private Configuration now;

  private FlpAdversary(int n) {
    this.n = n;
    deliveries = new Deliveries(Catalogue.find(PROTOCOL), n, F);
    valences = new Valences(deliveries, STATES_MAX);
  }

  /**
   * Keeps n processes from deciding, for so many deliveries of an oldest message. Same numbers,
   * same run.
   *
   * @throws IllegalArgumentException if the numbers make no sense
   * @throws TooLarge if there are too many configurations for that n
   */
  public static FlpRun run(int n, int steps) {
    check(n, steps);
    return new FlpAdversary(n).play(steps);
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  public static void check(int n, int steps) {
    if (n < 3 || steps < 0 || steps > STEPS_MAX) {
      throw new IllegalArgumentException(
          "n="
              + n
              + ", "
              + steps
              + " steps: n must be 3 at least, so that a majority survives f=1,"
              + " and there may be up to "
              + STEPS_MAX
              + " steps");
    }
  }

  private FlpRun play(int count) {
    int chosen = lemmaOne();
    List<Value> proposals = initial.get(chosen).proposals();
    now = deliveries.initial(proposals);
    for (int p = 1; p <= n; p++) {
      actions.add(new Action.Ask(p));
    }
    for (int i = 0; i < count; i++) {
      deliverIdle();
      steps.add(lemmaTwo());
    }
    AsyncSchedule schedule =
        new AsyncSchedule(new Setting(PROTOCOL, "", n, F, proposals, 1), actions);
    return new FlpRun(
        initial,
        chosen,
        steps,
        valences.witness(now, Valence.ZERO),
        valences.witness(now, Valence.ONE),
        schedule,
        valences.size());
  }

  /** Lemma 1: the number of the first initial configuration that is bivalent. */
  private int lemmaOne() {
    int chosen = -1;
    for (int ones = 0; ones <= n; ones++) {
      List<Value> proposals = new ArrayList<>();
      for (int p = 1; p <= n; p++) {
        proposals.add(new Num(p <= ones ? 1 : 0));
      }
      Valence valence = valences.of(deliveries.initial(proposals));
      initial.add(new FlpRun.Initial(List.copyOf(proposals), valence));
      chosen = chosen < 0 && valence == Valence.BIVALENT ? ones : chosen;
    }
    if (chosen < 0) {
      throw new IllegalStateException("no initial configuration is bivalent: " + initial);
    }
    return chosen;
  }

  /** What makes no difference is delivered as it comes; the page's pool would hold it for ever. */
  private void deliverIdle() {
    for (Pending message : deliveries.idle(now)) {
      now = now.without(message);
      actions.add(arrival(message));
    }
  }

  /** Lemma 2: the shortest sequence that ends with the oldest message, and is bivalent then. */
  private FlpRun.Step lemmaTwo() {
    record Way(Configuration at, List<Pending> delivered) {}
    Pending oldest = now.pool.getFirst();
    Valence atOnce = valences.of(deliveries.deliver(now, oldest));
    Set<Configuration.Key> seen = new HashSet<>();
    Deque<Way> open = new ArrayDeque<>();
    open.add(new Way(now, List.of()));
    int tried = 0;
    while (!open.isEmpty()) {
      Way way = open.remove();
      tried++;
      Configuration after = deliveries.deliver(way.at, oldest);
      if (valences.of(after) == Valence.BIVALENT) {
        now = after;
        way.delivered.forEach(message -> actions.add(arrival(message)));
        actions.add(arrival(oldest));
        return new FlpRun.Step(oldest, atOnce, way.delivered, tried);
      }
      for (Pending message : way.at.pool) {
        boolean mayBe = !message.equals(oldest) && !deliveries.isIdle(way.at, message);
        Configuration next = mayBe ? deliveries.deliver(way.at, message) : null;
        if (mayBe && seen.add(next.key()) && valences.of(next) == Valence.BIVALENT) {
          List<Pending> delivered = new ArrayList<>(way.delivered);
          delivered.add(message);
          open.add(new Way(next, List.copyOf(delivered)));
        }
      }
      if (seen.size() > STATES_MAX) {
        throw new TooLarge("no bivalent end among " + seen.size() + " configurations");
      }
    }
    throw new IllegalStateException("Lemma 2 does not hold at " + oldest);
  }

  private static Action arrival(Pending message) {
    return new Action.Arrive(message.to(), message.sender(), message.number());
  }
}
