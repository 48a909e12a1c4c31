package org.deltabed.hardware.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.deltabed.hardware.Bus;

/** A receiver that keeps everything and can be waited for. */
public final class Received implements Bus.Receiver {

  private static final long PATIENCE_MS = 5_000;

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
    long deadlineMs = System.currentTimeMillis() + PATIENCE_MS;
    while (bytes.size() < count) {
      long leftMs = deadlineMs - System.currentTimeMillis();
      if (leftMs <= 0) {
        throw new IllegalStateException("only " + bytes.size() + " of " + count + " bytes came");
      }
      wait(leftMs);
    }
    return bytes.toByteArray();
  }

  public synchronized IOException awaitLoss() throws InterruptedException {
    long deadlineMs = System.currentTimeMillis() + PATIENCE_MS;
    while (loss == null) {
      long leftMs = deadlineMs - System.currentTimeMillis();
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
