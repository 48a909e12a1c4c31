package org.deltabed.protocol.harness;

import java.util.List;
import java.util.function.Consumer;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.State;
import org.deltabed.protocol.harness.Effects.Effect;

/** Steps a stack twice from the same state, the second time in a stack of its own, and compares. */
final class PureStep {
  private final Effects effects = new Effects();
  private final Stack stack;
  private final Effects otherEffects = new Effects();
  private final Stack other;

  PureStep(Composition composition, int self, Setup setup) {
    stack = new Stack(composition, self, setup.n(), setup.f(), effects);
    other = new Stack(composition, self, setup.n(), setup.f(), otherEffects);
    stack.init();
  }

  State state() {
    return stack.save();
  }

  void load(State state) {
    stack.load(state);
  }

  List<Effect> step(Consumer<Stack> input) {
    State before = stack.save();
    input.accept(stack);
    List<Effect> taken = effects.take();
    State after = stack.save();

    other.load(before);
    input.accept(other);
    same(before, taken, otherEffects.take());
    same(before, after, other.save());
    if (after.hashCode() != other.save().hashCode()) {
      throw new AssertionError("equal states with different hashes: " + after);
    }
    return taken;
  }

  /** The inputs of the first step are those of init, which has already happened. */
  List<Effect> initial() {
    return effects.take();
  }

  private static void same(State before, Object once, Object again) {
    if (!once.equals(again)) {
      throw new AssertionError(
          "not a pure step from " + before + ":\nonce  " + once + "\nagain " + again);
    }
  }
}
