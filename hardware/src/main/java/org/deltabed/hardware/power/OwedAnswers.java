package org.deltabed.hardware.power;

import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.MonotonicClock;

/**
 * How many answers a device owes whose answers do not say which question they are for. Only when it
 * owes none can the next answer be for the next question, and not a late one for an earlier. Not
 * thread-safe.
 */
public final class OwedAnswers {

  /**
   * A device that is there answers much sooner; what it has not answered by then it has lost. From
   * when it began to owe: one that is asked again and again would never be forgiven else.
   */
  private static final long FORGET_NS = TimeUnit.SECONDS.toNanos(60);

  private final MonotonicClock clock;
  private int owed;
  private long sinceNs;

  /** It owes nothing yet. */
  public OwedAnswers() {
    this(MonotonicClock.system());
  }

  OwedAnswers(MonotonicClock clock) {
    this.clock = clock;
  }

  /** The device was asked something. What it lost is forgotten here only: never in mid-wait. */
  public void asked() {
    long nowNs = clock.nowNs();
    if (owed > 0 && nowNs - sinceNs > FORGET_NS) {
      owed = 0;
    }
    if (owed++ == 0) {
      sinceNs = nowNs;
    }
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
    return owed;
  }
}
