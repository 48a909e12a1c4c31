package org.deltabed.protocol.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.harness.Effects.Effect;
import org.deltabed.protocol.harness.Schedule.Death;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;

/**
 * A run in slots: at the start of its slot the owner composes its frame from all that it has
 * triggered by then; at the end every live process, the owner too, delivers the frame, or hears
 * silence. Every step is taken twice and compared.
 */
final class SlotRun {
  private record Message(String instance, Value message) {}

  private final Protocol protocol;
  private final Setup setup;
  private final int n;
  private final Schedule schedule;
  private final Consumer<String> transcript;
  private final List<PureStep> stacks = new ArrayList<>();
  private final List<List<Message>> outboxes = new ArrayList<>();
  private final List<Occurrence> occurrences = new ArrayList<>();
  private final TreeMap<Integer, Long> crashSlots = new TreeMap<>();
  private ProcessSet crashed = ProcessSet.EMPTY;
  private int slot;

  private SlotRun(Protocol protocol, Setup setup, Schedule schedule, Consumer<String> transcript) {
    this.protocol = protocol;
    this.setup = setup;
    this.n = setup.n();
    this.schedule = schedule;
    this.transcript = transcript;
  }

  /** Runs so many slots and gives their history. */
  static History run(Protocol protocol, Setup setup, Schedule schedule, int slots) {
    return run(protocol, setup, schedule, slots, line -> {});
  }

  static History run(
      Protocol protocol, Setup setup, Schedule schedule, int slots, Consumer<String> transcript) {
    SlotRun run = new SlotRun(protocol, setup, schedule, transcript);
    run.start();
    for (run.slot = 0; run.slot < slots; run.slot++) {
      run.oneSlot();
    }
    return new History(
        ProcessSet.all(setup.n()), run.crashed, run.crashSlots, slots, run.occurrences);
  }

  private void start() {
    for (int p = 1; p <= n; p++) {
      stacks.add(new PureStep(protocol.composition(), p, setup));
      outboxes.add(new ArrayList<>());
      apply(p, stacks.getLast().initial());
    }
  }

  private void oneSlot() {
    int owner = slot % n + 1;
    transcript.accept("slot " + slot + ", p" + owner);
    for (int p = 1; p <= n; p++) {
      int since = slot - schedule.askedSlots().get(p - 1);
      if (!crashed.contains(p) && since >= 0 && since % n == 0) {
        ask(p, since / n);
      }
    }
    List<Message> frame = crashed.contains(owner) ? null : compose(owner);
    ProcessSet reached = frame == null ? ProcessSet.EMPTY : ProcessSet.all(n);
    for (Death death : schedule.deaths()) {
      if (death.slot() == slot) {
        die(death);
        reached = death.process() == owner ? death.reached() : reached;
      }
    }
    for (int p = 1; p <= n; p++) {
      if (!crashed.contains(p)) {
        end(p, owner, reached.contains(p) ? frame : null);
        if (owner == n) {
          step(p, Stack::cycleEnd);
        }
      }
    }
  }

  private void ask(int p, int k) {
    List<Event> requests = setup.requests(protocol, p);
    if (k < requests.size()) {
      step(p, stack -> stack.request(protocol.top(), requests.get(k)));
    }
  }

  private List<Message> compose(int owner) {
    List<Message> frame = List.copyOf(outboxes.get(owner - 1));
    outboxes.get(owner - 1).clear();
    transcript.accept(
        "  frame "
            + (frame.isEmpty()
                ? "empty"
                : String.join(
                    ", ", frame.stream().map(m -> m.instance() + " " + m.message()).toList())));
    return frame;
  }

  private void die(Death death) {
    crashed = crashed.with(death.process());
    crashSlots.put(death.process(), (long) slot);
    boolean own = slot % n + 1 == death.process();
    transcript.accept(
        "  p"
            + death.process()
            + " crashes"
            + (own ? ", its frame reaches " + death.reached() : ""));
  }

  private void end(int p, int owner, List<Message> frame) {
    if (frame == null) {
      transcript.accept("  p" + p + " hears silence");
      step(p, stack -> stack.silence(owner));
      return;
    }
    for (Message message : frame) {
      step(p, stack -> stack.deliver(owner, message.instance(), message.message()));
    }
  }

  private void step(int p, Consumer<Stack> input) {
    apply(p, stacks.get(p - 1).step(input));
  }

  private void apply(int p, List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect.event() == null) {
        outboxes.get(p - 1).add(new Message(effect.instance(), effect.message()));
        continue;
      }
      String ref = "#" + occurrences.size();
      occurrences.add(
          new Occurrence(
              p,
              occurrences.size(),
              slot,
              effect.instance(),
              effect.direction(),
              effect.event(),
              ref));
      String arrow = effect.direction() == org.deltabed.protocol.Direction.REQUEST ? " > " : " < ";
      transcript.accept("  p" + p + " " + effect.instance() + arrow + effect.event());
    }
  }
}
