package org.deltabed.agent.core;

import java.util.List;
import org.deltabed.protocol.Cryptography;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.byzantine.Behaviour;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.trace.Kind;
import org.deltabed.wire.Frame;
import org.deltabed.wire.KeyedCryptography;

/** One run of a protocol on this node, from its preparation to its end. */
public final class Run {
  private static final long NOT_STARTED = Long.MAX_VALUE;

  private final RunOrder order;
  private final NodeSettings settings;
  private final Journal journal;
  private final Stack stack;
  private final String top;
  private final List<Event> requests;
  private final RunMessages messages;
  private RunState state = RunState.PREPARED;
  private long startPosition = NOT_STARTED;
  private long firstRecord;

  private Run(RunOrder order, Protocol protocol, NodeSettings settings, Journal journal) {
    this.order = order;
    this.settings = settings;
    this.journal = journal;
    top = protocol.top();
    requests =
        protocol
            .workload()
            .requests(
                settings.self(), settings.n(), new Num(order.proposal()), order.requestsEach());
    messages = new RunMessages(settings, journal, protocol, order.crashPoint());
    stack =
        new Stack(
            protocol.composition(),
            settings.self(),
            settings.n(),
            order.crashesMax(),
            new WatchedCryptography(cryptography(order, settings.self()), messages::refuse),
            messages);
    messages.bind(stack);
  }

  /**
   * Plays the protocol once by itself and builds its stack. Slow beside a slot: not for the loop's
   * thread.
   *
   * @throws IllegalArgumentException if the order cannot be carried out by this node, whatever its
   *     state; the message says why
   */
  public static Run prepare(RunOrder order, NodeSettings settings, Journal journal) {
    RunChecks.check(order, settings);
    Protocol protocol =
        order.variant().isEmpty()
            ? Catalogue.find(order.protocol())
            : Catalogue.variant(order.variant()).protocol();
    if (protocol.model().isByzantine()) {
      SignedRehearsal.play(protocol, order, settings);
    }
    if (!order.behaviour().isEmpty()) {
      Behaviour behaviour = Behaviour.of(order.behaviour());
      protocol = protocol.with(behaviour.in(protocol.composition()));
    }
    SoloRehearsal.play(protocol, order, settings);
    return new Run(order, protocol, settings, journal);
  }

  /** With the run's keys; ideal in a rehearsal, in which nobody forges. */
  static Cryptography cryptography(RunOrder order, int self) {
    return order.keys() == null ? new IdealCryptography(self) : new KeyedCryptography(order.keys());
  }

  public RunOrder order() {
    return order;
  }

  public RunState state() {
    return state;
  }

  /** Whether slots count for the protocol now. */
  boolean active() {
    return state == RunState.RUNNING;
  }

  /** Whether every frame is recorded: from the run's arming to its end. */
  boolean recorded() {
    return state == RunState.ARMED || state == RunState.RUNNING;
  }

  /** Whether a frame with this boot comes from the process of this run. */
  boolean isOf(int process, int frameBoot) {
    return (order.boots().get(process - 1) & NodeSettings.BOOT_MASK) == frameBoot;
  }

  void arm(int startRound) {
    startPosition = (long) startRound * settings.n();
    state = RunState.ARMED;
  }

  /** Whether it is armed, or was, for that round. */
  boolean startsIn(int startRound) {
    return startPosition == (long) startRound * settings.n();
  }

  /** Only while armed: a cluster that began anew comes by the same round a second time. */
  boolean startsAt(long position) {
    return state == RunState.ARMED && position == startPosition;
  }

  boolean endsAt(long position) {
    return active() && position == startPosition + (long) order.rounds() * settings.n();
  }

  /** Slot 0 of the start round begins: the protocol is initialised. */
  void begin(int round, long startNs, long nowNs, RejectLog rejects) {
    state = RunState.RUNNING;
    firstRecord = journal.records();
    journal.add(Kind.RUN_START, round, 0, 0, nowNs, startNs, 0, RunJson.start(order));
    messages.begin(rejects);
    messages.at(round, 0, nowNs);
    stack.init();
    messages.endStep();
  }

  /** Whether a request is due when the slot at a position begins: the k-th in slot 0 of cycle k. */
  boolean asksAt(long position) {
    long since = position - startPosition;
    int n = settings.n();
    return active() && since >= 0 && since % n == 0 && since / n < requests.size();
  }

  /** Makes the request that is due at a position. */
  void ask(long position, int round, long nowNs) {
    messages.at(round, 0, nowNs);
    stack.request(top, requests.get(Math.toIntExact((position - startPosition) / settings.n())));
    messages.endStep();
  }

  void frame(Frame frame, int round, int slot, long nowNs) {
    messages.at(round, slot, nowNs);
    messages.accept(frame);
    messages.endStep();
  }

  void silence(int process, int round, int slot, long nowNs) {
    messages.at(round, slot, nowNs);
    stack.silence(process);
    messages.endStep();
  }

  /** The last slot of a cycle has passed. */
  void cycleEnd(int round, int slot, long nowNs) {
    messages.at(round, slot, nowNs);
    stack.cycleEnd();
    messages.endStep();
  }

  /** Moves what fits into the payload of the node's next frame. */
  void fill(Frame frame) {
    messages.fill(frame);
  }

  /** The last record of the run. */
  void end(int round, int slot, long nowNs, boolean cancelled) {
    state = RunState.ENDED;
    long records = journal.records() - firstRecord + 1;
    if (cancelled) {
      journal.add(Kind.RUN_END, round, slot, 0, nowNs, records, 0, "{\"cancelled\":true}");
    } else {
      journal.add(Kind.RUN_END, round, slot, 0, nowNs, records, 0);
    }
    journal.force();
  }

  /** The crash point if it is in that slot, or null. */
  CrashPoint.AfterSubFrames crashPointAt(long position) {
    boolean here =
        active()
            && order.crashPoint() instanceof CrashPoint.AfterSubFrames at
            && position == startPosition + (at.round() - 1L) * settings.n() + at.slot();
    return here ? (CrashPoint.AfterSubFrames) order.crashPoint() : null;
  }
}
