package org.deltabed.simulator.timed;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.deltabed.agent.core.Answer;
import org.deltabed.agent.core.Halted;
import org.deltabed.agent.core.Node;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.agent.core.NodeState;
import org.deltabed.agent.core.Run;
import org.deltabed.agent.core.RunOrder;
import org.deltabed.agent.core.RunState;

/**
 * The real core of a node on a host of its own: with its clock, its lateness, and a program's loop
 * that takes what has arrived when it wakes.
 */
final class TimedNode {
  /** Stamped, and not yet taken by the program. */
  private static final class Arrival {
    final byte[] bytes;
    final boolean own;
    final long arrivalNs;

    Arrival(byte[] bytes, boolean own, long arrivalNs) {
      this.bytes = bytes;
      this.own = own;
      this.arrivalNs = arrivalNs;
    }
  }

  final int process;
  final DriftingClock clock;
  final TimedJournal journal;
  private final NodeSettings settings;
  private final VirtualTime time;
  private final Lateness lateness;
  private final TimedWitness witness;
  private final Deque<Arrival> inbox = new ArrayDeque<>();
  private final Node node;
  private long lastArrivalNs;
  private boolean alive = true;
  private long dueNs = Long.MIN_VALUE;
  private int wakes;

  TimedNode(
      NodeSettings settings,
      VirtualTime time,
      TimedLine line,
      TimedWitness witness,
      DriftingClock clock,
      TimedJournal journal,
      Lateness lateness) {
    this.settings = settings;
    this.time = time;
    this.witness = witness;
    this.clock = clock;
    this.journal = journal;
    this.lateness = lateness;
    process = settings.self();
    node =
        new Node(
            settings,
            journal,
            (bytes, offset, length) -> {
              line.send(process, Arrays.copyOfRange(bytes, offset, offset + length), round());
            },
            readingNs());
    schedule();
  }

  private int round() {
    return node.round();
  }

  private long readingNs() {
    return clock.readingNs(time.nowNs());
  }

  boolean alive() {
    return alive;
  }

  boolean joined() {
    return alive && node.state() == NodeState.JOINED;
  }

  /** Whether it carried the run through. */
  boolean ended() {
    return node.run() != null && node.run().state() == RunState.ENDED;
  }

  /** Whether it owes nothing more to the run. */
  boolean done() {
    return !alive || node.run() == null || ended();
  }

  /** The position of the open slot. */
  long position() {
    return node.position();
  }

  /** When a slot starts by the node's reckoning, in the line's time. */
  long slotStartNs(long position) {
    return clock.lineNs(node.slotStartNs(position));
  }

  /** Bytes have passed on the line; they are stamped when the host has noticed. */
  void passed(byte[] bytes, boolean own) {
    if (alive && (!own || settings.echo())) {
      // A driver keeps the order.
      lastArrivalNs = Math.max(lastArrivalNs, time.nowNs() + lateness.ofWayNs());
      time.at(lastArrivalNs, () -> arrive(bytes, own));
    }
  }

  private void arrive(byte[] bytes, boolean own) {
    if (alive) {
      inbox.add(new Arrival(bytes, own, readingNs()));
      if (node.polls()) {
        guarded(this::drain);
      }
    }
  }

  private void drain() {
    while (!inbox.isEmpty()) {
      Arrival next = inbox.remove();
      if (next.own) {
        node.echoed(next.bytes.length, next.arrivalNs, readingNs());
      } else {
        node.received(next.bytes, 0, next.bytes.length, next.arrivalNs, readingNs());
      }
    }
  }

  private void turn() {
    drain();
    node.act(readingNs());
  }

  private void guarded(Runnable action) {
    try {
      action.run();
    } catch (Halted halted) {
      alive = false;
      witness.exit(process, halted.exitCode());
      return;
    }
    schedule();
  }

  /** Wakes the node when it wants to be woken, or later than that by its host's lateness. */
  private void schedule() {
    if (node.dueNs() == dueNs) {
      return;
    }
    dueNs = node.dueNs();
    lateness.inRun(node.run() != null && node.run().state() == RunState.RUNNING);
    boolean slotStart = node.round() >= 0 && dueNs == node.slotStartNs(node.position());
    long lateNs = slotStart ? lateness.ofSendNs() : lateness.ofStepNs();
    // Not a nanosecond more than was drawn, where the clock skips one.
    long wakeNs = Math.max(clock.lineNs(dueNs), clock.lineNsAtMost(dueNs + lateNs));
    int wake = ++wakes;
    time.at(
        Math.max(wakeNs, time.nowNs()),
        () -> {
          if (alive && wake == wakes) {
            dueNs = Long.MIN_VALUE;
            guarded(this::turn);
          }
        });
  }

  Answer order(RunOrder order, int startRound) {
    Answer answer = node.prepare(Run.prepare(order, settings, journal), readingNs());
    if (answer.ok()) {
      answer = node.start(order.nonce(), startRound, readingNs());
    }
    schedule();
    return answer;
  }

  /** Its power is gone. */
  void cut() {
    alive = false;
  }
}
