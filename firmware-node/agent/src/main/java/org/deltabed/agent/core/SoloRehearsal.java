package org.deltabed.agent.core;

import java.util.ArrayDeque;
import java.util.Queue;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.wire.Decoded;
import org.deltabed.wire.MessageCodec;

/**
 * Plays a protocol that is about to be run, with this process as the only one that does not crash
 * at once, so that its classes are loaded before the first slot of the run. Messages and events are
 * written as in a run, and dropped.
 */
final class SoloRehearsal implements Stack.Output {
  private static final int CYCLES = 3;

  private record Sent(String instance, Value message) {}

  private final Stack stack;
  private final NodeSettings settings;
  private final Queue<Sent> sent = new ArrayDeque<>();
  private final byte[] encoded = new byte[RunMessages.MESSAGE_BYTES_MAX];

  private SoloRehearsal(Protocol protocol, RunOrder order, NodeSettings settings) {
    this.settings = settings;
    stack =
        new Stack(
            protocol.composition(),
            settings.self(),
            settings.n(),
            order.crashesMax(),
            Run.cryptography(order, settings.self()),
            this);
  }

  /** Takes a few milliseconds, the first time; what goes wrong will show in the run. */
  static void play(Protocol protocol, RunOrder order, NodeSettings settings) {
    try {
      perform(protocol, order, settings);
    } catch (IllegalStateException e) {
      return; // a seeded mistake
    }
  }

  static void perform(Protocol protocol, RunOrder order, NodeSettings settings) {
    SoloRehearsal rehearsal = new SoloRehearsal(protocol, order, settings);
    rehearsal.stack.init();
    Value value = new Num(order.proposal());
    for (Event request : protocol.workload().requests(settings.self(), settings.n(), value, 1)) {
      rehearsal.stack.request(protocol.top(), request);
    }
    for (int i = 0; i < CYCLES; i++) {
      rehearsal.cycle();
    }
  }

  private void cycle() {
    for (int process = 1; process <= settings.n(); process++) {
      if (process == settings.self()) {
        deliverOwn();
      } else {
        stack.silence(process);
      }
    }
    stack.cycleEnd();
  }

  private void deliverOwn() {
    for (int left = sent.size(); left > 0; left--) {
      Sent one = sent.remove();
      int number = stack.number(one.instance());
      int index = stack.index(one.instance());
      int length = MessageCodec.encode(number, index, one.message(), encoded);
      if (length != MessageCodec.TOO_LONG
          && MessageCodec.decode(encoded, 0, length) instanceof Decoded.Message message) {
        stack.deliver(settings.self(), one.instance(), message.value());
      }
    }
  }

  @Override
  public void send(String instance, Value message) {
    sent.add(new Sent(instance, message));
  }

  @Override
  public void event(String instance, Direction direction, Event event) {
    EventJson.write(new JsonText(RunMessages.EVENT_BYTES), instance, direction, event);
  }
}
