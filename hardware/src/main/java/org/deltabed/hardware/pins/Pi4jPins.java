package org.deltabed.hardware.pins;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.PullResistance;
import java.io.UncheckedIOException;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;

/**
 * Our pin ports on a Pi4J context. The context's provider decides whether the lines are real or
 * virtual.
 */
public final class Pi4jPins implements AutoCloseable {

  private final Context context;

  /** Takes the context over: {@link #close} shuts it down. */
  public Pi4jPins(Context context) {
    this.context = context;
  }

  /**
   * Requests an input, without debouncing.
   *
   * @param line its name; the virtual provider finds the line by it
   * @param bcm its number on the GPIO chip; the virtual provider only needs it to be unique
   * @param idleHigh the level that a pull resistor gives it while nobody drives it
   */
  public DigitalInput input(String line, int bcm, boolean idleHigh) {
    return new Input(
        context.create(
            DigitalInputConfigBuilder.newInstance(context)
                .id(line)
                .bcm(bcm)
                .pull(idleHigh ? PullResistance.PULL_UP : PullResistance.PULL_DOWN)
                .debounce(0L)
                .build()));
  }

  /** Requests an output together with its initial level. Nothing changes it at shutdown. */
  public DigitalOutput output(String line, int bcm, boolean initial) {
    return new Output(
        context.create(
            DigitalOutputConfigBuilder.newInstance(context)
                .id(line)
                .bcm(bcm)
                .initial(DigitalState.getState(initial))
                .build()));
  }

  /** Gives all lines back; outputs keep their levels. */
  @Override
  public void close() {
    context.shutdown();
  }

  private record Input(com.pi4j.io.gpio.digital.DigitalInput pin) implements DigitalInput {

    @Override
    public boolean level() {
      return pin.state().isHigh();
    }

    @Override
    public void onEdge(EdgeListener listener) {
      pin.addListener(event -> listener.edge(event.state().isHigh(), timeNs(event)));
    }

    /** A provider without time stamps leaves us the time at which we hear of it. */
    private static long timeNs(DigitalStateChangeEvent<?> event) {
      return event instanceof TimedEdgeEvent timed ? timed.timeNs() : System.nanoTime();
    }

    @Override
    public void close() {
      pin.close();
    }
  }

  private record Output(com.pi4j.io.gpio.digital.DigitalOutput pin) implements DigitalOutput {

    @Override
    public void drive(boolean high) {
      try {
        pin.state(DigitalState.getState(high));
      } catch (com.pi4j.io.exception.IOException e) {
        throw new UncheckedIOException(new java.io.IOException(pin.id(), e));
      }
    }

    @Override
    public void close() {
      pin.close();
    }
  }
}
