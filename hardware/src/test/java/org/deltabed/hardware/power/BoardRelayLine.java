package org.deltabed.hardware.power;

import java.util.Optional;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.pins.Pi4jPins;

/** A relay's line on a virtual pin board, whose level can be read before it is requested. */
record BoardRelayLine(Pi4jPins pins, String line) implements RelayLine {

  private static final int BCM = 12;

  @Override
  public Optional<Boolean> presentLevel() {
    try (DigitalInput input = pins.input(line, BCM, false)) {
      return Optional.of(input.level());
    }
  }

  @Override
  public DigitalOutput request(boolean high) {
    return pins.output(line, BCM, high);
  }
}
