package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.trace.Kind;

/** A process of the fixture: the real protocol, and its records. */
final class FixtureProcess implements Stack.Output {
  /** A message on its way. */
  record Message(long number, String instance, Value value) {}

  final int process;
  final int node;
  final int boot;
  final Stack stack;
  final List<Message> outbox = new ArrayList<>();
  List<Event> requests = List.of();
  boolean alive = true;
  boolean endsAtDecide;
  boolean ending;
  private final Traces traces;
  private final String top;
  private long handed;
  private long timeNs;
  private int round;
  private int slot;

  FixtureProcess(int process, int node, int boot, int n, int f, Protocol protocol, Traces traces) {
    this.process = process;
    this.node = node;
    this.boot = boot;
    this.traces = traces;
    this.top = protocol.top();
    this.stack = new Stack(protocol.composition(), process, n, f, this);
  }

  void at(int round, int slot, long timeNs) {
    this.round = round;
    this.slot = slot;
    this.timeNs = timeNs;
  }

  void record(Kind kind, int peer, long a, long b, String data) {
    traces.add(node, boot, kind, timeNs, round, slot, peer, a, b, data);
  }

  @Override
  public void send(String instance, Value message) {
    if (!ending) {
      record(Kind.HAND, 0, handed, 0, "{\"instance\":\"" + instance + "\"}");
      outbox.add(new Message(handed++, instance, message));
    }
  }

  @Override
  public void event(String instance, Direction direction, Event event) {
    if (!ending) {
      record(Kind.EVENT, 0, 0, 0, text(instance, direction, event));
      ending = endsAtDecide && instance.equals(top) && event instanceof Decide;
    }
  }

  private static String text(String instance, Direction direction, Event event) {
    JsonText text = new JsonText(128);
    EventJson.write(text, instance, direction, event);
    return text.toString();
  }

  void take(int sender, List<Message> messages) {
    for (Message message : messages) {
      if (!ending) {
        record(Kind.ARRIVE, sender, message.number(), 0, "");
        stack.deliver(sender, message.instance(), message.value());
      }
    }
  }
}
