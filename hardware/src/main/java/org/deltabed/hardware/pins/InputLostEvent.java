package org.deltabed.hardware.pins;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import java.io.IOException;

/** The line went away, and with it its level. The last event of its source. */
public final class InputLostEvent extends DigitalStateChangeEvent<DigitalInput> {

  private final IOException cause;

  /** {@code source} is lost. */
  public InputLostEvent(DigitalInput source, IOException cause) {
    super(source, DigitalState.UNKNOWN);
    this.cause = cause;
  }

  /** Why it is lost. */
  public IOException cause() {
    return cause;
  }
}
