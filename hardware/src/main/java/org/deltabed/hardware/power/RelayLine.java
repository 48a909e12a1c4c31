package org.deltabed.hardware.power;

import java.util.Optional;
import org.deltabed.hardware.DigitalOutput;

/** The GPIO line of a relay before anybody has requested it. */
public interface RelayLine {

  /**
   * The level that the line is at, where that can be read without changing anything. It may be
   * driven still by a coordinator that was killed.
   */
  default Optional<Boolean> presentLevel() {
    return Optional.empty();
  }

  /** Requests it as an output, its initial level set with the request and never after it. */
  DigitalOutput request(boolean high);
}
