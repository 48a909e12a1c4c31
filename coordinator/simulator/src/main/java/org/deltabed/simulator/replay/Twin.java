package org.deltabed.simulator.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.deltabed.protocol.Composition;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.byzantine.Behaviour;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.schedule.Setting;
import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.trace.Kind;

/** The process that a node should have been: the same components, given the node's inputs. */
final class Twin implements Stack.Output {
  /** A message that was handed to the bus. */
  record Handed(String instance, Value message) {}

  /** What a step did: an event, or a message with that number. */
  record Output(Kind kind, long number, String data) {

    boolean isRecordedAs(Recorded recorded) {
      return kind == recorded.kind() && number == recorded.number() && data.equals(recorded.data());
    }

    String text() {
      return kind == Kind.EVENT ? "EVENT " + data : "HAND " + number + " " + data;
    }
  }

  private final Stack stack;
  private final String top;
  private final List<Event> requests;
  private final List<Handed> handed = new ArrayList<>();
  private final Deque<Output> outputs = new ArrayDeque<>();

  /**
   * @param crypto with the node's keys, so that it makes the codes that the node made
   * @param behaviour how the node misbehaved on purpose, or ""
   */
  Twin(Setting setting, int self, Cryptography crypto, String behaviour) {
    Protocol protocol = setting.protocol();
    Composition composition =
        behaviour.isEmpty()
            ? protocol.composition()
            : Behaviour.of(behaviour).in(protocol.composition());
    stack = new Stack(composition, self, setting.n(), setting.f(), crypto, this);
    top = protocol.top();
    requests =
        protocol
            .workload()
            .requests(self, setting.n(), setting.values().get(self - 1), setting.requestsEach());
  }

  void init() {
    stack.init();
  }

  /** Whether a request is due when that cycle begins, the first being 0. */
  boolean isAskedIn(long cycle) {
    return cycle < requests.size();
  }

  void ask(long cycle) {
    stack.request(top, requests.get(Math.toIntExact(cycle)));
  }

  void deliver(int sender, Handed message) {
    stack.deliver(sender, message.instance(), message.message());
  }

  void silence(int process) {
    stack.silence(process);
  }

  void cycleEnd() {
    stack.cycleEnd();
  }

  /** The message with that number, or null if it has not been handed to the bus. */
  Handed handed(long number) {
    return number >= 0 && number < handed.size() ? handed.get((int) number) : null;
  }

  /** What the steps since the last call did, in its order; what is taken is not given again. */
  Deque<Output> outputs() {
    return outputs;
  }

  @Override
  public void send(String instance, Value message) {
    String data = new JsonText(64).ascii("{\"instance\":").string(instance).ascii("}").toString();
    outputs.add(new Output(Kind.HAND, handed.size(), data));
    handed.add(new Handed(instance, message));
  }

  @Override
  public void event(String instance, Direction direction, Event event) {
    JsonText data = new JsonText(128);
    EventJson.write(data, instance, direction, event);
    outputs.add(new Output(Kind.EVENT, 0, data.toString()));
  }
}
