package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.automaton.Input;
import org.deltabed.simulator.automaton.Steps;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;

/**
 * The lockstep adversary, one round at a time, for algorithms in rounds: all compose when the round
 * begins; any of them crash, and each of these reaches any subset of the survivors; the survivors
 * deliver in the order of slots, and the round ends. It knows no more ways than slot by slot but
 * when exactly, within a round, one crashes who has said all that it had to say.
 *
 * <p>Where neither the algorithm nor the adversary can tell processes apart, states that differ in
 * the names of processes only may be taken for one; the product sorts the local states.
 */
final class RoundAdversary implements Adversary<SlotChoice> {
  private final LockstepSetting setting;
  private final Packing packing;
  private final Steps steps;
  private final FrameSizes sizes;
  private final boolean symmetric;
  private final int n;
  private final int[] locals;
  private final int[] frames;

  // The round that is being expanded; sets of processes are bits, process p is bit p-1.
  private int round;
  private int alive;
  private int dead;
  private int messages;
  private int decision;
  private int budget;

  RoundAdversary(LockstepSetting setting, Packing packing, boolean symmetric) {
    this.setting = setting;
    this.packing = packing;
    this.symmetric = symmetric;
    n = setting.n();
    steps = new Steps(setting.automaton());
    sizes = new FrameSizes(setting.automaton());
    locals = new int[n + 1];
    frames = new int[n + 1];
  }

  @Override
  public void expand(StateSet from, int place, int layer, Product product) {
    begin(from, place, layer);
    for (int crashing = alive; ; crashing = (crashing - 1) & alive) {
      if (Integer.bitCount(crashing) <= budget) {
        beginCombining(from, place, product, crashing);
        for (int p = 1; p <= n; p++) {
          if ((alive & ~crashing & bit(p)) != 0) {
            allEndings(product, p, crashing);
          }
        }
        product.combine(decision);
      }
      if (crashing == 0) {
        return;
      }
    }
  }

  /** All ways in which the round may end for p: any of those that crash may not have reached it. */
  private void allEndings(Product product, int p, int crashing) {
    product.nextSurvivor();
    for (int silent = crashing; ; silent = (silent - 1) & crashing) {
      end(product, p, silent, dead | crashing);
      if (silent == 0) {
        return;
      }
    }
  }

  @Override
  public void choices(
      StateSet from, int place, int layer, Product product, Consumer<SlotChoice> each) {
    begin(from, place, layer);
    for (int crashing = 0; crashing <= alive; crashing++) {
      if ((crashing & ~alive) == 0 && Integer.bitCount(crashing) <= budget) {
        reach(from, place, product, crashing, new int[n + 1], 1, each);
      }
    }
  }

  /** Every way in which those that crash reach the survivors; {@code unheard[p]}: not by p. */
  private void reach(
      StateSet from,
      int place,
      Product product,
      int crashing,
      int[] unheard,
      int next,
      Consumer<SlotChoice> each) {
    if (next <= n) {
      boolean survives = (alive & ~crashing & bit(next)) != 0;
      for (int silent = survives ? crashing : 0; ; silent = (silent - 1) & crashing) {
        unheard[next] = silent;
        reach(from, place, product, crashing, unheard, next + 1, each);
        if (silent == 0) {
          return;
        }
      }
    }
    beginCombining(from, place, product, crashing);
    for (int p = 1; p <= n; p++) {
      if ((alive & ~crashing & bit(p)) != 0) {
        product.nextSurvivor();
        end(product, p, unheard[p], dead | crashing);
      }
    }
    product.combine(decision);
    each.accept(choice(crashing, unheard));
  }

  private SlotChoice choice(int crashing, int[] unheard) {
    List<Crash> crashes = new ArrayList<>();
    for (int q = 1; q <= n; q++) {
      if ((crashing & bit(q)) != 0) {
        int reached = 0;
        for (int p = 1; p <= n; p++) {
          boolean survives = (alive & ~crashing & bit(p)) != 0;
          reached |= survives && (unheard[p] & bit(q)) == 0 ? bit(p) : 0;
        }
        crashes.add(new Crash(q, round * n + q - 1, new ProcessSet(reached)));
      }
    }
    return new SlotChoice(crashes, List.of());
  }

  /** The round's beginning: requests, and all compose. */
  private void begin(StateSet from, int place, int layer) {
    round = layer;
    steps.at(round * n + n - 1);
    packing.unpack(from, place, locals);
    alive = steps.alive(locals);
    dead = ((1 << n) - 1) & ~alive;
    decision = from.decisionSlot(place);
    messages = from.messages(place);
    budget = round < setting.crashLayers() ? setting.f() - Integer.bitCount(dead) : 0;
    for (int p = 1; p <= n; p++) {
      frames[p] = -1;
      if ((alive & bit(p)) != 0) {
        ask(p);
        long answer = steps.step(p, locals[p], Input.COMPOSE, named(dead));
        locals[p] = Steps.local(answer);
        frames[p] = Steps.frame(answer);
        messages += sizes.of(frames[p]);
      }
    }
  }

  private void ask(int p) {
    if (round < setting.asks().get(p - 1)) {
      long answer = steps.step(p, locals[p], Input.ASK, named(dead));
      locals[p] = Steps.local(answer);
      decision = Steps.decided(answer) ? Math.max(decision, round * n) : decision;
    }
  }

  /** The dead, old and new, have no choice. */
  private void beginCombining(StateSet from, int place, Product product, int crashing) {
    product.begin(from.waysLow(place), from.waysHigh(place), messages);
    for (int p = 1; p <= n; p++) {
      if ((dead & bit(p)) != 0) {
        product.single(p, locals[p], 0);
      } else if ((crashing & bit(p)) != 0) {
        long answer = steps.step(p, locals[p], Input.CRASH, named(dead | crashing));
        product.single(p, Steps.local(answer), 0);
      }
    }
  }

  /** The end of the round at p, which all but the silent and the dead reached. */
  private void end(Product product, int p, int silent, int gone) {
    int local = locals[p];
    boolean decided = false;
    for (int q = 1; q <= n; q++) {
      boolean heard = frames[q] >= 0 && (silent & bit(q)) == 0;
      int input = heard ? Input.frame(frames[q]) : Input.silence(q);
      long answer = steps.step(p, local, input, named(gone));
      local = Steps.local(answer);
      decided |= Steps.decided(answer);
    }
    long answer = steps.step(p, local, Input.CYCLE_END, named(gone));
    decided |= Steps.decided(answer);
    product.option(p, Steps.local(answer), decided ? (round + 1) * n : 0);
  }

  /** Who crashed, as it is logged: without names where names do not count. */
  private int named(int gone) {
    return symmetric ? (1 << Integer.bitCount(gone)) - 1 : gone;
  }

  private static int bit(int process) {
    return 1 << (process - 1);
  }
}
