package org.deltabed.hardware.power;

import java.util.concurrent.TimeUnit;

/**
 * How many answers a device owes whose answers do not say which question they are for. Only when it
 * owes none can the next answer be for the next question, and not a late one for an earlier. Not
 * thread-safe.
 */
public final class OwedAnswers {

  /** A device that is there answers much sooner; what it has not answered by then it has lost. */
  private static final long FORGET_NS = TimeUnit.SECONDS.toNanos(60);

  private int owed;
  private long askedNs;

  /** It owes nothing yet. */
  public OwedAnswers() {}

  /** The device was asked something. */
  public void asked() {
    forgetTheOld();
    owed++;
    askedNs = System.nanoTime();
  }

  /** The device has answered something. */
  public void answered() {
    owed = Math.max(0, owed - 1);
  }

  /** The device has lost what it was asked: it has connected anew. */
  public void forget() {
    owed = 0;
  }

  /** How many answers may still come. */
  public int count() {
    forgetTheOld();
    return owed;
  }

  private void forgetTheOld() {
    if (owed > 0 && System.nanoTime() - askedNs > FORGET_NS) {
      owed = 0;
    }
  }
}
