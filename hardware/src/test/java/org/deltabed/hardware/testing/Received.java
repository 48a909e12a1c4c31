package org.deltabed.hardware.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.deltabed.hardware.Bus;

/** A receiver that keeps everything and can be waited for. */
public final class Received implements Bus.Receiver {

  private static final long PATIENCE_NS = 5_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private IOException loss;
  private int losses;
  private long lastArrivalNs;

  @Override
  public synchronized void received(byte[] chunk, int length, long arrivalNs) {
    bytes.write(chunk, 0, length);
    lastArrivalNs = arrivalNs;
    notifyAll();
  }

  @Override
  public synchronized void lost(IOException cause) {
    loss = cause;
    losses++;
    notifyAll();
  }

  /** All bytes so far, once there are at least {@code count}. */
  public synchronized byte[] await(int count) throws InterruptedException {
    long deadlineNs = System.nanoTime() + PATIENCE_NS;
    while (bytes.size() < count) {
      long leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        throw new IllegalStateException("only " + bytes.size() + " of " + count + " bytes came");
      }
      wait(leftMs);
    }
    return bytes.toByteArray();
  }

  public synchronized IOException awaitLoss() throws InterruptedException {
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

  public synchronized int losses() {
    return losses;
  }

  public synchronized byte[] now() {
    return bytes.toByteArray();
  }

  public synchronized long lastArrivalNs() {
    return lastArrivalNs;
  }
}
