package org.deltabed.agent.core;

import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.trace.EventJson;
import org.deltabed.trace.JsonText;
import org.deltabed.trace.Kind;
import org.deltabed.wire.Decoded;
import org.deltabed.wire.Frame;
import org.deltabed.wire.MessageCodec;
import org.deltabed.wire.MessageInbox;
import org.deltabed.wire.MessageOutbox;
import org.deltabed.wire.StreamFault;

/** Carries messages between the protocol and frames, and records what crosses. */
final class RunMessages implements Stack.Output, MessageInbox.Sink {
  private static final int MESSAGES_MAX = 256;
  private static final int QUEUE_BYTES_MAX = 16 * 1024;
  static final int MESSAGE_BYTES_MAX = 2048;

  /** Most events' data; a longer one makes its text grow. */
  static final int EVENT_BYTES = 128;

  private final Journal journal;
  private final Protocol protocol;
  private final boolean crashAfterDecide;
  private final int payloadBytesMax;
  private final MessageOutbox outbox =
      new MessageOutbox(MESSAGES_MAX, QUEUE_BYTES_MAX, MESSAGE_BYTES_MAX);
  private final MessageInbox[] inboxes;
  private final byte[] encoded = new byte[MESSAGE_BYTES_MAX];
  private Stack stack;
  private RejectLog rejects;
  private int round;
  private int slot;
  private long nowNs;
  private boolean forceOwed;

  /** Whose message is being delivered; 0 between messages. */
  private int from;

  RunMessages(NodeSettings settings, Journal journal, Protocol protocol, CrashPoint crashPoint) {
    this.journal = journal;
    this.protocol = protocol;
    payloadBytesMax = settings.layout().payloadBytesMax();
    crashAfterDecide = crashPoint instanceof CrashPoint.AfterDecide;
    inboxes = new MessageInbox[settings.n()];
    for (int i = 0; i < inboxes.length; i++) {
      inboxes[i] = new MessageInbox(MESSAGE_BYTES_MAX);
    }
  }

  void bind(Stack process) {
    stack = process;
  }

  /** The run begins; what is refused from now on is counted there. */
  void begin(RejectLog log) {
    rejects = log;
  }

  /** Where and when the next step of the protocol is. */
  void at(int stepRound, int stepSlot, long stepNs) {
    round = stepRound;
    slot = stepSlot;
    nowNs = stepNs;
  }

  /**
   * What a step has sent leaves in the node's next frame, so one forcing at the step's end comes
   * BEFORE anything that follows from what was indicated in it.
   */
  void endStep() {
    if (forceOwed) {
      forceOwed = false;
      journal.force();
    }
  }

  void accept(Frame frame) {
    inboxes[frame.sender() - 1].accept(frame, this);
  }

  void fill(Frame frame) {
    outbox.fill(frame);
  }

  @Override
  public void send(String instance, Value message) {
    int length =
        MessageCodec.encode(stack.number(instance), stack.index(instance), message, encoded);
    MessageOutbox.Offer offer =
        length == MessageCodec.TOO_LONG
            ? MessageOutbox.Offer.TOO_LONG
            : outbox.offer(encoded, 0, length);
    if (offer != MessageOutbox.Offer.QUEUED) {
      overflow(instance, offer);
    }
    long number = outbox.handed() - 1;
    int frames = outbox.framesPending(payloadBytesMax);
    journal.add(
        Kind.HAND, round, slot, 0, nowNs, number, frames, Json.object("instance", instance));
  }

  /** A message is lost, so links are no longer perfect: the node stops rather than go on. */
  private void overflow(String instance, MessageOutbox.Offer offer) {
    journal.add(Kind.OVERFLOW, round, slot, 0, nowNs, 0, 0, Json.object("instance", instance));
    throw Halt.because(journal, nowNs, "message of " + instance + " is not sent: " + offer);
  }

  @Override
  public void event(String instance, Direction direction, Event event) {
    boolean indicated = direction == Direction.INDICATION && instance.equals(protocol.top());
    boolean durable = indicated && (protocol.isDurable(event) || crashAfterDecide);
    JsonText data = new JsonText(EVENT_BYTES);
    EventJson.write(data, instance, direction, event);
    journal.add(Kind.EVENT, round, slot, 0, nowNs, 0, durable ? 1 : 0, data.toString());
    forceOwed |= durable;
    if (durable && crashAfterDecide) {
      journal.add(Kind.CRASH_POINT, round, slot, 0, nowNs, 0, 0, "{\"afterDecide\":true}");
      journal.force();
      throw new Halted(Halted.CRASH_POINT, "crash point after a durable indication");
    }
  }

  @Override
  public void message(int sender, long number, byte[] bytes, int offset, int length) {
    switch (MessageCodec.decode(bytes, offset, length)) {
      case Decoded.Message message -> deliver(sender, number, message);
      case Decoded.Malformed _ -> rejects.count(Refusal.MALFORMED_MESSAGE, sender, nowNs);
    }
  }

  private void deliver(int sender, long number, Decoded.Message message) {
    if (!stack.exists(message.instance(), message.index())) {
      rejects.count(Refusal.UNKNOWN_INSTANCE, sender, nowNs);
      return;
    }
    journal.add(Kind.ARRIVE, round, slot, sender, nowNs, number, 0);
    from = sender;
    stack.deliver(sender, stack.path(message.instance(), message.index()), message.value());
    from = 0;
  }

  /**
   * A code or signature that is none. Named is who sent it: whoever it is said to be made by may
   * know nothing of it (F46).
   */
  void refuse(Refusal reason) {
    rejects.count(reason, from, nowNs);
  }

  @Override
  public void fault(int sender, StreamFault fault) {
    rejects.count(fault, sender, nowNs);
  }
}
