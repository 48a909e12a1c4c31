package org.deltabed.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.State;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;

/**
 * Every step of random runs, taken by two stacks that know nothing of each other but the state
 * before it: the effects and the states after it are equal, and are those of the run.
 */
class SteppedTwiceTest {
  private static final int N = 4;
  private static final int SEEDS = 6;

  /** One stack, and what it does in a step. */
  private static final class Stepper implements Stack.Output {
    final Stack stack;
    final List<String> effects = new ArrayList<>();

    Stepper(Protocol protocol, int process, Setting setting) {
      stack = new Stack(protocol.composition(), process, setting.n(), setting.f(), this);
    }

    @Override
    public void send(String instance, Value message) {
      effects.add(instance + " " + message);
    }

    @Override
    public void event(String instance, Direction direction, Event event) {
      effects.add(instance + " " + direction + " " + event);
    }

    List<String> step(State before, Consumer<Stack> input) {
      stack.load(before);
      effects.clear();
      input.accept(stack);
      return List.copyOf(effects);
    }
  }

  @Test
  void aStepFromTheSameStateIsTheSameStep() {
    for (Protocol protocol : Catalogue.protocols()) {
      int f = protocol.model().crashesMax(N);
      Setting setting =
          new Setting(protocol.id(), "", N, f, protocol.workload().inputs(N).getFirst(), 2);
      for (long seed = 0; seed < SEEDS; seed++) {
        compare(RandomLockstep.run(setting, seed));
        if (protocol.model().isAsynchronous()) {
          compare(RandomAsync.run(setting, seed));
        }
      }
    }
  }

  private static void compare(Execution execution) {
    for (int p = 1; p <= N; p++) {
      compare(execution, p);
    }
  }

  private static void compare(Execution execution, int process) {
    Setting setting = execution.schedule().setting();
    boolean inSlots = execution.schedule() instanceof LockstepSchedule;
    Protocol protocol = inSlots ? setting.protocol() : setting.protocol().underAdversary();
    Stepper first = new Stepper(protocol, process, setting);
    Stepper second = new Stepper(protocol, process, setting);
    first.stack.init();
    second.stack.init();
    List<String> effects = new ArrayList<>(first.effects);
    State state = first.stack.save();
    for (Consumer<Stack> input : inputs(execution, process)) {
      List<String> once = first.step(state, input);
      assertEquals(once, second.step(state, input));
      state = first.stack.save();
      assertEquals(state, second.stack.save());
      assertEquals(state.hashCode(), second.stack.save().hashCode());
      effects.addAll(once);
    }
    assertEquals(recorded(execution, process), effects, protocol.id());
  }

  /** What came from outside: in slots also the ends of cycles, which are no happenings. */
  private static List<Consumer<Stack>> inputs(Execution execution, int process) {
    String top = execution.schedule().setting().protocol().top();
    boolean inSlots = execution.schedule() instanceof LockstepSchedule;
    List<Consumer<Stack>> inputs = new ArrayList<>();
    int slot = 0;
    for (Happening happening : execution.happenings()) {
      for (; inSlots && slot < happening.time(); slot++) {
        endCycle(slot, inputs);
      }
      if (happening.process() != process) {
        continue;
      }
      switch (happening) {
        case Happening.Crashed _ -> {
          return inputs;
        }
        case Happening.Arrived arrived ->
            inputs.add(
                stack -> stack.deliver(arrived.sender(), arrived.instance(), arrived.message()));
        case Happening.Silent silent -> inputs.add(stack -> stack.silence(silent.owner()));
        case Happening.Restored restored -> inputs.add(stack -> stack.heard(restored.owner()));
        case Happening.Did did when isRequest(did, top) ->
            inputs.add(stack -> stack.request(top, did.event()));
        default -> {}
      }
    }
    for (; inSlots && slot < execution.slots(); slot++) {
      endCycle(slot, inputs);
    }
    return inputs;
  }

  private static boolean isRequest(Happening.Did did, String top) {
    return did.direction() == Direction.REQUEST && did.instance().equals(top);
  }

  private static void endCycle(int slot, List<Consumer<Stack>> inputs) {
    if (slot % N == N - 1) {
      inputs.add(Stack::cycleEnd);
    }
  }

  private static List<String> recorded(Execution execution, int process) {
    List<String> recorded = new ArrayList<>();
    for (Happening happening : execution.happenings()) {
      if (happening.process() != process) {
        continue;
      }
      if (happening instanceof Happening.Sent sent) {
        recorded.add(sent.instance() + " " + sent.message());
      } else if (happening instanceof Happening.Did did) {
        recorded.add(did.instance() + " " + did.direction() + " " + did.event());
      }
    }
    return recorded;
  }
}
