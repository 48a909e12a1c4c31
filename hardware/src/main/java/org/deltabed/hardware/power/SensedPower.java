package org.deltabed.hardware.power;

import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;

/**
 * A switch whose effect somebody else sees. What is seen counts: a plug that says "off" while the
 * node's supply stays up has not switched it off, and a relay may be stuck (F08).
 */
public final class SensedPower implements PowerSwitch {

  private final String name;
  private final PowerSwitch inner;
  private final PowerSeen seen;
  private final long confirmNs;

  /**
   * Takes the inner switch over; {@link #close} closes it.
   *
   * @param name for messages, such as {@code relay of node 3}
   * @param confirmMs how long the effect may take after the inner switch is done
   */
  public SensedPower(String name, PowerSwitch inner, PowerSeen seen, long confirmMs) {
    this.name = name;
    this.inner = inner;
    this.seen = seen;
    this.confirmNs = TimeUnit.MILLISECONDS.toNanos(confirmMs);
  }

  @Override
  public PowerChange on() throws PowerNotConfirmed {
    return change(PowerState.ON);
  }

  @Override
  public PowerChange off() throws PowerNotConfirmed {
    return change(PowerState.OFF);
  }

  private synchronized PowerChange change(PowerState wanted) throws PowerNotConfirmed {
    boolean before = seen.now() == wanted;
    long askedNs = System.nanoTime();
    PowerChange done = null;
    PowerNotConfirmed refusal = null;
    try {
      done = wanted == PowerState.ON ? inner.on() : inner.off();
    } catch (PowerNotConfirmed e) {
      refusal = e;
    }
    if (done != null) {
      askedNs = done.askedNs(); // when it was commanded, after it had been asked how it is
    }
    String device = refusal == null ? said(done) : "the switch did not confirm: " + refusal.came();
    if (before && seen.now() == wanted) {
      return new PowerChange(
          wanted,
          askedNs,
          System.nanoTime(),
          "sense: it was so before it was asked; " + device,
          seen.seesSupply());
    }
    PowerSeen.Sign sign = await(wanted, askedNs, refusal == null ? confirmNs : 0);
    if (sign == null) {
      String came = device + ", but the node's power is seen to be " + seen.now().word();
      throw new PowerNotConfirmed(name, wanted, came, System.nanoTime() - askedNs, refusal);
    }
    String by = sign.by() + "; " + device;
    return new PowerChange(wanted, askedNs, sign.timeNs(), by, seen.seesSupply());
  }

  private static String said(PowerChange done) {
    return done.confirmed()
        ? "the switch says so: " + done.confirmedBy()
        : "the switch was driven and says nothing";
  }

  private PowerSeen.Sign await(PowerState wanted, long askedNs, long forNs)
      throws PowerNotConfirmed {
    try {
      return seen.await(wanted, askedNs, System.nanoTime() + forNs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PowerNotConfirmed(
          name, wanted, "the wait was interrupted", System.nanoTime() - askedNs, e);
    }
  }

  /** What is seen; what the switch says only where nothing is seen. */
  @Override
  public PowerState state() {
    PowerState now = seen.now();
    return now == PowerState.UNKNOWN ? inner.state() : now;
  }

  @Override
  public void close() {
    inner.close();
  }
}
