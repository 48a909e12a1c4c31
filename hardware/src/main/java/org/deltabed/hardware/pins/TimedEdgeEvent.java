package org.deltabed.hardware.pins;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/** A Pi4J event that keeps what Pi4J's own providers drop: the driver's time of the edge. */
public final class TimedEdgeEvent extends DigitalStateChangeEvent<DigitalInput> {

  private final long timeNs;

  /** An edge of {@code source} to {@code state}, {@code timeNs} on {@link System#nanoTime()}. */
  public TimedEdgeEvent(DigitalInput source, DigitalState state, long timeNs) {
    super(source, state);
    this.timeNs = timeNs;
  }

  /** When the driver saw the edge. */
  public long timeNs() {
    return timeNs;
  }
}
