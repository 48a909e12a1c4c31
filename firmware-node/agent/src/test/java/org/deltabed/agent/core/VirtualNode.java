package org.deltabed.agent.core;

import java.util.Arrays;
import java.util.function.Function;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.Testbed;

/** One node on a virtual line, with its own clock and records; a dead one stays silent. */
final class VirtualNode {
  private static final long MILLION = 1_000_000;

  final int process;
  final MemoryJournal journal;
  final NodeSettings settings;
  private final VirtualLine line;
  private final long offsetNs;
  private final long driftPpm;
  private Node node;
  private Halted halted;
  private boolean dead;
  private long pausedUntilNs;
  private long wakeNs = Long.MAX_VALUE;

  VirtualNode(
      VirtualLine line,
      Testbed testbed,
      int process,
      int boot,
      int session,
      BusKey key,
      long offsetNs,
      long driftPpm) {
    this.line = line;
    this.process = process;
    this.offsetNs = offsetNs;
    this.driftPpm = driftPpm;
    settings = NodeSettings.of(testbed, testbed.node(process).id(), boot, session, key);
    journal = new MemoryJournal(settings.node(), boot);
  }

  /** The node's own clock. */
  long clockNs() {
    return clockAtNs(line.nowNs());
  }

  private long clockAtNs(long lineNs) {
    return lineNs + offsetNs + lineNs * driftPpm / MILLION;
  }

  /** When the line's time is such that the node's clock shows this, or a little later. */
  private long lineTimeNs(long clockNs) {
    long lineNs = (long) ((clockNs - offsetNs) / (1 + driftPpm / 1e6));
    long wrongNs = clockNs - clockAtNs(lineNs);
    return lineNs + wrongNs + 1;
  }

  /** When a slot of the next rounds starts by this node's reckoning, in the line's time. */
  long slotStartNs(long slotsAhead) {
    long position = (long) line.nodes.getFirst().node().round() * settings.n() + slotsAhead;
    return lineTimeNs(node.slotStartNs(position));
  }

  void powerOn() {
    node =
        new Node(
            settings,
            journal,
            (bytes, offset, length) ->
                line.send(process, Arrays.copyOfRange(bytes, offset, offset + length)),
            clockNs());
    schedule();
  }

  void powerOff() {
    dead = true;
  }

  /** SIGSTOP for so long; what arrives in the meantime is stamped afterwards. */
  void pause(long forNs) {
    pausedUntilNs = line.nowNs() + forNs;
  }

  boolean alive() {
    return node != null && !dead;
  }

  Node node() {
    return node;
  }

  /** Why it halted itself, or null. */
  Halted halted() {
    return halted;
  }

  void receive(byte[] bytes) {
    if (!alive()) {
      return;
    }
    if (line.nowNs() < pausedUntilNs) {
      line.at(pausedUntilNs, () -> receive(bytes));
      return;
    }
    guarded(() -> node.received(bytes, 0, bytes.length, clockNs(), clockNs()));
  }

  /** Gives the node a command. */
  Answer command(Function<Node, Answer> command) {
    Answer answer = command.apply(node);
    schedule();
    return answer;
  }

  private void guarded(Runnable action) {
    try {
      action.run();
    } catch (Halted stop) {
      halted = stop;
      dead = true;
    }
    if (alive()) {
      schedule();
    }
  }

  private void schedule() {
    long dueNs = Math.max(lineTimeNs(node.dueNs()), line.nowNs() + 1); // time goes on
    if (dueNs != wakeNs) {
      wakeNs = dueNs;
      line.at(dueNs, () -> wake(dueNs));
    }
  }

  private void wake(long forNs) {
    if (!alive() || forNs != wakeNs) {
      return;
    }
    if (line.nowNs() < pausedUntilNs) {
      line.at(pausedUntilNs, () -> wake(forNs));
      return;
    }
    wakeNs = Long.MAX_VALUE;
    guarded(() -> node.act(clockNs()));
  }
}
