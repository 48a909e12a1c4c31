package org.deltabed.hardware.virtual.plug;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.deltabed.hardware.virtual.VirtualPinBoard;

/**
 * A relay on a line of a virtual pin board, its normally-closed contact in a node's supply. A liar
 * is stuck: its contact does not move.
 */
public final class SimulatedRelay implements AutoCloseable {

  private final String line;
  private final boolean activeLow;
  private final Mains mains;
  private final BlockingQueue<Boolean> levels = new LinkedBlockingQueue<>();
  private final Thread worker;
  private volatile Behaviour behaviour = Behaviour.HONEST;
  private volatile long slowMs;

  /** Follows the line from now on; the mains is set to what the line says now. */
  public SimulatedRelay(VirtualPinBoard board, String line, boolean activeLow, Mains mains) {
    this.line = line;
    this.activeLow = activeLow;
    this.mains = mains;
    board.onEdge(this::edge);
    mains.set(board.level(line) == activeLow);
    // Not on the board's thread: to take a node's power away may take its time.
    worker = Thread.ofPlatform().daemon().name("simulated-relay").start(this::work);
  }

  private void edge(String changed, boolean high, long timeNs) {
    if (changed.equals(line)) {
      levels.add(high);
    }
  }

  /** As {@link SimulatedPlug#behave}. */
  public void behave(Behaviour next, long lateMs) {
    slowMs = lateMs;
    behaviour = next;
  }

  private void work() {
    try {
      while (true) {
        boolean high = levels.take();
        if (behaviour == Behaviour.SLOW) {
          Thread.sleep(slowMs);
        }
        if (behaviour == Behaviour.HONEST || behaviour == Behaviour.SLOW) {
          mains.set(high == activeLow);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  /** Ends it; the mains stays as it is. */
  @Override
  public void close() {
    worker.interrupt();
  }
}
