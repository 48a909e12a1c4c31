package org.deltabed.protocol.harness;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;

/** What a stack put out in a step, in order. */
final class Effects implements Stack.Output {
  /** Either a message for the bus ({@code event} null) or an event that crossed an interface. */
  record Effect(String instance, Value message, Direction direction, Event event) {}

  private List<Effect> effects = new ArrayList<>();

  @Override
  public void send(String instance, Value message) {
    effects.add(new Effect(instance, message, null, null));
  }

  @Override
  public void event(String instance, Direction direction, Event event) {
    effects.add(new Effect(instance, null, direction, event));
  }

  List<Effect> take() {
    List<Effect> taken = effects;
    effects = new ArrayList<>();
    return taken;
  }
}
