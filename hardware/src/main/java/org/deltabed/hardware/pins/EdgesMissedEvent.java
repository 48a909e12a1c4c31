package org.deltabed.hardware.pins;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/** There were edges that nobody will hear of; the level is that after the edge that follows. */
public final class EdgesMissedEvent extends DigitalStateChangeEvent<DigitalInput> {

  private final long edgesMin;

  /** At least so many edges of {@code source} were missed. */
  public EdgesMissedEvent(DigitalInput source, long edgesMin) {
    super(source, DigitalState.UNKNOWN);
    this.edgesMin = edgesMin;
  }

  /** How many were missed at least. */
  public long edgesMin() {
    return edgesMin;
  }
}
