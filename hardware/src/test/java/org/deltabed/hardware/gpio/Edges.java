package org.deltabed.hardware.gpio;

import java.io.IOException;
import org.deltabed.hardware.DigitalInput.EdgeListener;

/** Keeps all edges of one input, without allocating, and can be waited for. */
class Edges implements EdgeListener {

  private static final long PATIENCE_NS = 20_000_000_000L;

  private final boolean[] levels;
  private final long[] timesNs;
  private final long[] heardNs;
  private int count;
  private long missed;
  private int losses;
  private IOException loss;

  Edges(int max) {
    levels = new boolean[max];
    timesNs = new long[max];
    heardNs = new long[max];
  }

  @Override
  public synchronized void edge(boolean high, long timeNs) {
    heardNs[count] = System.nanoTime();
    levels[count] = high;
    timesNs[count] = timeNs;
    count++;
    notifyAll();
  }

  @Override
  public synchronized void missed(long edgesMin) {
    missed += edgesMin;
  }

  @Override
  public synchronized void lost(IOException cause) {
    loss = cause;
    losses++;
    notifyAll();
  }

  /** Waits until there are at least so many. */
  synchronized void await(int wanted) throws InterruptedException {
    long deadlineNs = System.nanoTime() + PATIENCE_NS;
    while (count < wanted) {
      long leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        throw new IllegalStateException("only " + count + " of " + wanted + " edges came");
      }
      wait(leftMs);
    }
  }

  synchronized IOException awaitLoss() throws InterruptedException {
    long deadlineNs = System.nanoTime() + PATIENCE_NS;
    while (loss == null) {
      long leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        throw new IllegalStateException("no loss was reported");
      }
      wait(leftMs);
    }
    return loss;
  }

  synchronized int count() {
    return count;
  }

  synchronized long missed() {
    return missed;
  }

  synchronized int losses() {
    return losses;
  }

  synchronized boolean high(int index) {
    return levels[index];
  }

  synchronized long timeNs(int index) {
    return timesNs[index];
  }

  synchronized long heardNs(int index) {
    return heardNs[index];
  }
}
