package org.deltabed.bench;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.trace.Kind;
import org.deltabed.trace.Spool;

/** One process of a made campaign: the real protocol, and the records that its node would keep. */
final class MadeProcess implements Stack.Output {

  /** A message on its way. */
  record Message(long number, String instance, Value value) {}

  private static final int FRAME_BYTES = 39;

  private final int process;
  private final int n;
  private final Spool spool;
  private final JsonText text = new JsonText(256);
  private final List<Message> outbox = new ArrayList<>();
  private Stack stack;
  private long runStartSeq;
  private long handed;
  private long timeNs;
  private int round;
  private int slot;

  MadeProcess(int process, int n, Spool spool) {
    this.process = process;
    this.n = n;
    this.spool = spool;
  }

  /** What follows happens then. */
  void at(int nowRound, int nowSlot, long nowNs) {
    round = nowRound;
    slot = nowSlot;
    timeNs = nowNs;
  }

  void boot() {
    spool.append(Kind.BOOT, -1, -1, 0, timeNs, 0, -1);
    spool.append(Kind.STATE, -1, -1, 0, timeNs, 0, 0, "{\"state\":\"joined\"}");
  }

  void begin(String run, Protocol protocol, long startNs, long proposal) {
    runStartSeq = spool.nextSeq();
    handed = 0;
    outbox.clear();
    spool.append(Kind.RUN_START, round, slot, 0, timeNs, startNs, 0, "{\"run\":\"" + run + "\"}");
    stack = new Stack(protocol.composition(), process, n, this);
    stack.init();
    stack.request(protocol.top(), new Propose(new Num(proposal)));
  }

  void end() {
    spool.append(Kind.RUN_END, round, slot, 0, timeNs, spool.nextSeq() - runStartSeq + 1, 0);
  }

  /** Composes a frame; returns what is in it. */
  List<Message> compose() {
    List<Message> payload = List.copyOf(outbox);
    outbox.clear();
    spool.append(Kind.SEND, round, slot, 0, timeNs, timeNs, FRAME_BYTES);
    return payload;
  }

  /** The slot's frame arrived; of its own slot a process keeps no FRAME. */
  void deliver(int sender, long arrivalNs, List<Message> payload) {
    if (sender != process) {
      spool.append(Kind.FRAME, round, slot, sender, timeNs, arrivalNs, FRAME_BYTES);
    }
    for (Message message : payload) {
      spool.append(Kind.ARRIVE, round, slot, sender, timeNs, message.number(), 0);
      stack.deliver(sender, message.instance(), message.value());
    }
  }

  /** The clock's correction at the end of a cycle. */
  void correct() {
    spool.append(Kind.CORRECTION, round, -1, 0, timeNs, 12_345, 12_345);
  }

  @Override
  public void send(String instance, Value message) {
    String data = "{\"instance\":\"" + instance + "\"}";
    spool.append(Kind.HAND, round, slot, 0, timeNs, handed, 0, data);
    outbox.add(new Message(handed++, instance, message));
  }

  @Override
  public void event(String instance, Direction direction, Event event) {
    EventJson.write(text.clear(), instance, direction, event);
    spool.append(Kind.EVENT, round, slot, 0, timeNs, 0, 0, text);
  }
}
