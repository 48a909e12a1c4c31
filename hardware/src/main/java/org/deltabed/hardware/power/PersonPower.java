package org.deltabed.hardware.power;

import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;

/**
 * A person with a hand on the plug. The pull is detected, not believed: the person has nothing to
 * confirm, and the change is done when it is seen.
 */
public final class PersonPower implements PowerSwitch {

  private final String node;
  private final Asked person;
  private final PowerSeen seen;
  private final long confirmNs;

  /**
   * Nobody is asked yet.
   *
   * @param node as the person knows it, such as {@code node 3}
   * @param confirmMs how long the person may take
   */
  public PersonPower(String node, Asked person, PowerSeen seen, long confirmMs) {
    this.node = node;
    this.person = person;
    this.seen = seen;
    this.confirmNs = TimeUnit.MILLISECONDS.toNanos(confirmMs);
  }

  @Override
  public PowerChange on() throws PowerNotConfirmed {
    return change(PowerState.ON, "Plug " + node + " back in.");
  }

  @Override
  public PowerChange off() throws PowerNotConfirmed {
    return change(PowerState.OFF, "Pull the plug of " + node + " now.");
  }

  private synchronized PowerChange change(PowerState wanted, String text) throws PowerNotConfirmed {
    long askedNs = System.nanoTime();
    if (seen.now() == wanted) {
      return new PowerChange(
          wanted,
          askedNs,
          System.nanoTime(),
          "it was seen to be so before anybody was asked",
          seen.seesSupply());
    }
    person.ask(text);
    try {
      PowerSeen.Sign sign = seen.await(wanted, askedNs, askedNs + confirmNs);
      if (sign != null) {
        String by = sign.by() + "; done by a person";
        return new PowerChange(wanted, askedNs, sign.timeNs(), by, seen.seesSupply());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notConfirmed(wanted, "the wait was interrupted", askedNs);
    }
    throw notConfirmed(wanted, "its power is seen to be " + seen.now().word(), askedNs);
  }

  private PowerNotConfirmed notConfirmed(PowerState wanted, String came, long askedNs) {
    return new PowerNotConfirmed(
        "the person at " + node, wanted, came, System.nanoTime() - askedNs);
  }

  @Override
  public PowerState state() {
    return seen.now();
  }

  @Override
  public void close() {
    // A person is not closed.
  }
}
