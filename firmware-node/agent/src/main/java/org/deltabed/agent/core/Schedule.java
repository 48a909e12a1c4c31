package org.deltabed.agent.core;

import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** Where the node stands: its state on the bus, the slot that is open, and what it hears in it. */
final class Schedule {
  final NodeSettings settings;
  final RoundClock clock;
  final Journal journal;
  private NodeState state = NodeState.LISTEN;

  /** The open slot's position; its frame is delivered in its step. */
  long position;

  /** Whether what is due at the open slot's start is done. */
  boolean begun;

  /** Whether the time that was taken over should be seen confirmed before the node sends. */
  boolean doubtful;

  Schedule(NodeSettings settings, Journal journal) {
    this.settings = settings;
    this.journal = journal;
    clock = new RoundClock(settings.n(), settings.timing().slotNs());
  }

  NodeState state() {
    return state;
  }

  /** Whether the node has sent since it integrated: others now count on it. */
  boolean member() {
    return state == NodeState.JOINED;
  }

  void state(NodeState next, long nowNs) {
    state = next;
    String data = "{\"state\":\"" + next.text + "\"}";
    boolean placed = next != NodeState.LISTEN;
    int round = placed ? round() : TraceRecord.NONE;
    int slot = placed ? slot() : TraceRecord.NONE;
    journal.add(Kind.STATE, round, slot, 0, nowNs, 0, 0, data);
  }

  int round() {
    return clock.round(position);
  }

  int slot() {
    return clock.slot(position);
  }

  /** The process that owns the open slot. */
  int owner() {
    return slot() + 1;
  }

  boolean ownSlot() {
    return owner() == settings.self();
  }

  /** When the open slot starts or started. */
  long startNs() {
    return clock.startNs(position);
  }

  /** When the delivery step of the open slot is due. */
  long stepNs() {
    return startNs() + settings.timing().arrivalDeadlineNs();
  }
}
