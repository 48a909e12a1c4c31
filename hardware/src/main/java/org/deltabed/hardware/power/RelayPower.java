package org.deltabed.hardware.power;

import java.io.UncheckedIOException;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.PowerChange;
import org.deltabed.hardware.PowerNotConfirmed;
import org.deltabed.hardware.PowerState;
import org.deltabed.hardware.PowerSwitch;

/**
 * A relay on a GPIO line. Its normally-closed contact carries the node's supply, so that the relay
 * at rest, or without a coordinator, is power on. Nothing here changes the line but {@link #on} and
 * {@link #off}: not the request, not closing, not the death of this process (F09).
 *
 * <p>A relay says nothing: a change is driven, and not confirmed. {@link SensedPower} around it
 * confirms.
 */
public final class RelayPower implements PowerSwitch {

  private final String name;
  private final DigitalOutput pin;
  private final boolean restHigh;
  private PowerState driven;

  private RelayPower(String name, DigitalOutput pin, boolean restHigh, PowerState driven) {
    this.name = name;
    this.pin = pin;
    this.restHigh = restHigh;
    this.driven = driven;
  }

  /**
   * Requests the relay's line as it is found, and at rest where that cannot be known.
   *
   * @param name for messages, such as {@code relay of node 3}
   * @param activeLow true if a low line pulls the relay, as on most opto-coupled boards
   */
  public static RelayPower take(String name, RelayLine line, boolean activeLow) {
    boolean high = line.presentLevel().orElse(activeLow);
    return new RelayPower(name, line.request(high), activeLow, PowerState.of(high == activeLow));
  }

  @Override
  public PowerChange on() throws PowerNotConfirmed {
    return drive(PowerState.ON);
  }

  @Override
  public PowerChange off() throws PowerNotConfirmed {
    return drive(PowerState.OFF);
  }

  private synchronized PowerChange drive(PowerState wanted) throws PowerNotConfirmed {
    long askedNs = System.nanoTime();
    driven = PowerState.UNKNOWN;
    try {
      pin.drive((wanted == PowerState.ON) == restHigh);
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new PowerNotConfirmed(
          name, wanted, "its pin was not driven: " + e, System.nanoTime() - askedNs, e);
    }
    driven = wanted;
    return new PowerChange(wanted, askedNs, System.nanoTime(), "");
  }

  /** What the pin was driven to, which a relay that is stuck does not follow. */
  @Override
  public synchronized PowerState state() {
    return driven;
  }

  /** Gives the line back; its level stays. */
  @Override
  public void close() {
    pin.close();
  }
}
