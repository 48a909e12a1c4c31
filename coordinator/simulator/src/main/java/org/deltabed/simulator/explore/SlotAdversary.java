package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.automaton.Input;
import org.deltabed.simulator.automaton.Steps;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.LockstepSchedule.Harm;

/**
 * The lockstep adversary, one slot at a time. Requests are made when a cycle begins. The slot's
 * owner composes its frame when the slot begins. Then any process may crash: an owner's frame
 * reaches any subset of the survivors, another does not live to see the slot's end. At the slot's
 * end the survivors deliver the frame or hear silence, and after the last slot the cycle ends.
 *
 * <p>Where the model bears it, the frame of an owner that lives may not come to some of the others,
 * or twice, so often in all, in the slots in which there may be crashes. Nobody is told how many
 * those are; from then on the bus is right.
 */
final class SlotAdversary implements Adversary<SlotChoice> {
  private static final int ALL = -1;

  private final LockstepSetting setting;
  private final Packing packing;
  private final Steps steps;
  private final FrameSizes sizes;
  private final int n;
  private final int[] locals;

  // The slot that is being expanded; sets of processes are bits, process p is bit p-1.
  private int slot;
  private int alive;
  private int dead;
  private int mayBeAsked;
  private int mustBeAsked;
  private int others;
  private int ownerBit;
  private int frame;
  private int messages;
  private int decision;
  private int budget;
  private int lossesLeft;
  private int repetitionsLeft;

  SlotAdversary(LockstepSetting setting, Packing packing) {
    this.setting = setting;
    this.packing = packing;
    n = setting.n();
    steps = new Steps(setting.automaton());
    sizes = new FrameSizes(setting.automaton());
    locals = new int[n + 1];
  }

  @Override
  public void expand(StateSet from, int place, int layer, Product product) {
    open(from, place, layer);
    for (int asking = mayBeAsked; ; asking = (asking - 1) & mayBeAsked) {
      begin(from, place, asking | mustBeAsked);
      expandAsked(from, place, product);
      if (asking == 0) {
        return;
      }
    }
  }

  private void expandAsked(StateSet from, int place, Product product) {
    for (int crashing = others; ; crashing = (crashing - 1) & others) {
      int count = Integer.bitCount(crashing);
      if (count <= budget) {
        int gone = crashing;
        combine(from, place, product, crashing, 0, ALL);
        eachHarm(
            others & ~crashing,
            (missed, twice) -> combineHarmed(from, place, product, gone, missed, twice));
        if (ownerBit != 0 && count < budget) {
          combine(from, place, product, crashing | ownerBit, ALL, ALL);
        }
      }
      if (crashing == 0) {
        return;
      }
    }
  }

  @Override
  public void choices(
      StateSet from, int place, int layer, Product product, Consumer<SlotChoice> each) {
    open(from, place, layer);
    for (int asking = mayBeAsked; ; asking = (asking - 1) & mayBeAsked) {
      begin(from, place, asking | mustBeAsked);
      choicesAsked(from, place, product, asking | mustBeAsked, each);
      if (asking == 0) {
        return;
      }
    }
  }

  private void choicesAsked(
      StateSet from, int place, Product product, int asked, Consumer<SlotChoice> each) {
    int mayCrash = others | ownerBit;
    for (int crashing = 0; crashing <= mayCrash; crashing++) {
      if ((crashing & ~mayCrash) != 0 || Integer.bitCount(crashing) > budget) {
        continue;
      }
      int survivors = alive & ~crashing;
      if ((crashing & ownerBit) == 0) {
        int gone = crashing;
        combine(from, place, product, crashing, 0, ALL);
        each.accept(choice(asked, crashing, ProcessSet.EMPTY));
        eachHarm(
            others & ~crashing,
            (missed, twice) -> {
              combineHarmed(from, place, product, gone, missed, twice);
              each.accept(choice(asked, gone, missed, twice));
            });
        continue;
      }
      for (int silent = survivors; ; silent = (silent - 1) & survivors) {
        combine(from, place, product, crashing, silent, survivors & ~silent);
        each.accept(choice(asked, crashing, new ProcessSet(survivors & ~silent)));
        if (silent == 0) {
          break;
        }
      }
    }
  }

  /** What the bus may do to a frame. */
  private interface Harming {
    void harm(int missed, int twice);
  }

  /** Every way in which the frame may miss some of these, or come to some of them twice. */
  private void eachHarm(int receivers, Harming harming) {
    if (lossesLeft + repetitionsLeft == 0 || frame < 0) {
      return;
    }
    for (int missed = receivers; ; missed = (missed - 1) & receivers) {
      int rest = receivers & ~missed;
      for (int twice = rest; Integer.bitCount(missed) <= lossesLeft; twice = (twice - 1) & rest) {
        if ((missed | twice) != 0 && Integer.bitCount(twice) <= repetitionsLeft) {
          harming.harm(missed, twice);
        }
        if (twice == 0) {
          break;
        }
      }
      if (missed == 0) {
        return;
      }
    }
  }

  private SlotChoice choice(int asked, int crashing, int missed, int twice) {
    SlotChoice right = choice(asked, crashing, ProcessSet.EMPTY);
    Harm harm = new Harm(slot, new ProcessSet(missed), new ProcessSet(twice));
    return new SlotChoice(right.crashes(), right.asks(), List.of(harm));
  }

  private SlotChoice choice(int asked, int crashing, ProcessSet reached) {
    List<Crash> crashes = new ArrayList<>();
    new ProcessSet(crashing)
        .forEach(
            p -> crashes.add(new Crash(p, slot, p == slot % n + 1 ? reached : ProcessSet.EMPTY)));
    List<Ask> asks = new ArrayList<>();
    new ProcessSet(asked).forEach(p -> asks.add(new Ask(p, slot)));
    return new SlotChoice(crashes, asks);
  }

  /** Who may be asked when the slot begins, and who must be. */
  private void open(StateSet from, int place, int layer) {
    slot = layer;
    steps.at(slot);
    packing.unpack(from, place, locals);
    alive = steps.alive(locals);
    dead = ((1 << n) - 1) & ~alive;
    mayBeAsked = 0;
    mustBeAsked = 0;
    boolean late = slot < setting.lateSlots();
    for (int p = 1; p <= n; p++) {
      int bit = alive & (1 << (p - 1));
      if (late || (setting.lateSlots() > 0 && slot % n == 0)) {
        boolean isToBeAsked = bit != 0 && setting.automaton().isToBeAsked(locals[p]);
        mayBeAsked |= late && isToBeAsked ? bit : 0;
        mustBeAsked |= !late && isToBeAsked ? bit : 0;
      } else if (slot % n == 0 && slot / n < setting.asks().get(p - 1)) {
        mustBeAsked |= bit;
      }
    }
  }

  /** The slot's beginning: these are asked, and the owner composes. */
  private void begin(StateSet from, int place, int asked) {
    packing.unpack(from, place, locals);
    decision = Math.max(from.decisionSlot(place), ask(asked));
    messages = from.messages(place);
    int owner = slot % n + 1;
    frame = -1;
    ownerBit = alive & (1 << (owner - 1));
    if (ownerBit != 0) {
      long composed = steps.step(owner, locals[owner], Input.COMPOSE, dead);
      locals[owner] = Steps.local(composed);
      frame = Steps.frame(composed);
      messages += sizes.of(frame);
    }
    others = alive & ~ownerBit;
    budget = slot < setting.crashLayers() ? setting.f() - Integer.bitCount(dead) : 0;
    countHarms();
  }

  /** An empty frame is not worth losing. */
  private void countHarms() {
    boolean may = slot < setting.crashLayers() && frame >= 0;
    lossesLeft = may ? setting.liberties().losses() : 0;
    repetitionsLeft = may ? setting.liberties().repetitions() : 0;
    if (lossesLeft + repetitionsLeft == 0) {
      return;
    }
    Automaton automaton = setting.automaton();
    if (automaton.frame(frame).messages().isEmpty()) {
      lossesLeft = 0;
      repetitionsLeft = 0;
      return;
    }
    for (int p = 1; p <= n; p++) {
      lossesLeft -= automaton.lost(locals[p]);
      repetitionsLeft -= automaton.repeated(locals[p]);
    }
  }

  /** Makes the requests; gives when somebody decided on them, 0 for nobody. */
  private int ask(int asked) {
    int decided = 0;
    for (int p = 1; p <= n; p++) {
      if ((asked & (1 << (p - 1))) != 0) {
        long answer = steps.step(p, locals[p], Input.ASK, dead);
        locals[p] = Steps.local(answer);
        decided = Steps.decided(answer) ? slot : decided;
      }
    }
    return decided;
  }

  /**
   * The slot's end. Survivors may hear silence if they are in {@code silent}, and the frame if they
   * are in {@code reached}; if there is no frame they all hear silence.
   */
  private void combine(
      StateSet from, int place, Product product, int crashing, int silent, int reached) {
    int gone = dead | crashing;
    product.begin(from.waysLow(place), from.waysHigh(place), messages);
    for (int p = 1; p <= n; p++) {
      int bit = 1 << (p - 1);
      if ((gone & bit) != 0) {
        boolean now = (crashing & bit) != 0;
        long answer = now ? steps.step(p, locals[p], Input.CRASH, gone) : locals[p];
        product.single(p, Steps.local(answer), 0);
        continue;
      }
      product.nextSurvivor();
      if (frame >= 0 && (reached & bit) != 0) {
        end(product, p, Input.frame(frame), gone);
      }
      if (frame < 0 || (silent & bit) != 0) {
        end(product, p, Input.silence(slot % n + 1), gone);
      }
    }
    product.combine(decision);
  }

  /** The same where the frame misses these and comes to those twice. */
  private void combineHarmed(
      StateSet from, int place, Product product, int crashing, int missed, int twice) {
    int gone = dead | crashing;
    product.begin(from.waysLow(place), from.waysHigh(place), messages);
    for (int p = 1; p <= n; p++) {
      int bit = 1 << (p - 1);
      if ((gone & bit) != 0) {
        boolean now = (crashing & bit) != 0;
        long answer = now ? steps.step(p, locals[p], Input.CRASH, gone) : locals[p];
        product.single(p, Steps.local(answer), 0);
        continue;
      }
      product.nextSurvivor();
      boolean misses = (missed & bit) != 0;
      int input = misses ? Input.silence(slot % n + 1) : Input.frame(frame);
      int before = locals[p];
      if (misses || (twice & bit) != 0) {
        locals[p] = Steps.local(steps.step(p, before, misses ? Input.LOST : Input.REPEATED, gone));
      }
      end(product, p, input, gone, (twice & bit) != 0);
      locals[p] = before;
    }
    product.combine(decision);
  }

  private void end(Product product, int p, int input, int gone) {
    end(product, p, input, gone, false);
  }

  private void end(Product product, int p, int input, int gone, boolean again) {
    long answer = steps.step(p, locals[p], input, gone);
    boolean decided = Steps.decided(answer);
    if (again) {
      answer = steps.step(p, Steps.local(answer), input, gone);
      decided |= Steps.decided(answer);
    }
    if (slot % n == n - 1) {
      answer = steps.step(p, Steps.local(answer), Input.CYCLE_END, gone);
      decided |= Steps.decided(answer);
    }
    product.option(p, Steps.local(answer), decided ? slot + 1 : 0);
  }
}
