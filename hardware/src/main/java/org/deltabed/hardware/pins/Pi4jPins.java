package org.deltabed.hardware.pins;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import com.pi4j.io.gpio.digital.PullResistance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;

/**
 * Our pin ports on a Pi4J context. The context's provider decides whether the lines are real or
 * virtual. What a provider refuses comes as {@link UncheckedIOException}, with the provider's own
 * cause, such as {@code GpioRefused}.
 */
public final class Pi4jPins implements AutoCloseable {

  private final Context context;
  private final LineNumbers numbers = new LineNumbers();

  /** Takes the context over: {@link #close} shuts it down. */
  public Pi4jPins(Context context) {
    this.context = context;
  }

  /**
   * Requests an input, without debouncing.
   *
   * @param line its name, {@code GPIOn} with the BCM number n, or the number
   * @param idleHigh the level that a pull resistor gives it while nobody drives it
   * @throws UncheckedIOException if the provider does not give it
   */
  public DigitalInput input(String line, boolean idleHigh) {
    return input(line, numbers.of(line), idleHigh);
  }

  /**
   * Requests an input, without debouncing.
   *
   * @param line its name; our providers find the line by it
   * @param bcm its number on the GPIO chip, for other providers; ours only need it to be unique
   * @param idleHigh the level that a pull resistor gives it while nobody drives it
   * @throws UncheckedIOException if the provider does not give it
   */
  public DigitalInput input(String line, int bcm, boolean idleHigh) {
    var config =
        DigitalInputConfigBuilder.newInstance(context)
            .id(line)
            .bcm(bcm)
            .pull(idleHigh ? PullResistance.PULL_UP : PullResistance.PULL_DOWN)
            .debounce(0L)
            .build();
    return new Input(refusalsAsOurs(line, () -> context.create(config)));
  }

  /**
   * Requests an output together with its initial level. Nothing changes it at shutdown.
   *
   * @param line its name, {@code GPIOn} with the BCM number n, or the number
   * @throws UncheckedIOException if the provider does not give it
   */
  public DigitalOutput output(String line, boolean initial) {
    return output(line, numbers.of(line), initial);
  }

  /** As {@link #output(String, boolean)}, with a number for other providers than ours. */
  public DigitalOutput output(String line, int bcm, boolean initial) {
    return create(line, output(line, bcm).initial(DigitalState.getState(initial)));
  }

  /**
   * Requests an output and leaves it at the level that it is driven to, such as one that a killed
   * process left behind; a line that nobody drives is driven to its rest. Not every provider can:
   * Pi4J's own ones drive it low.
   *
   * @param restHigh the level at which what hangs on the line is at rest
   */
  public DigitalOutput outputAsItIs(String line, boolean restHigh) {
    var config = output(line, numbers.of(line)).initial(DigitalState.UNKNOWN);
    return create(line, config.onState(DigitalState.getState(!restHigh)));
  }

  private DigitalOutputConfigBuilder output(String line, int bcm) {
    return DigitalOutputConfigBuilder.newInstance(context).id(line).bcm(bcm);
  }

  private DigitalOutput create(String line, DigitalOutputConfigBuilder builder) {
    var config = builder.build();
    return new Output(refusalsAsOurs(line, () -> context.create(config)));
  }

  /** Pi4J wraps what a provider says, sometimes more than once. */
  private static <T> T refusalsAsOurs(String line, Supplier<T> create) {
    try {
      return create.get();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException refusal) {
          throw new UncheckedIOException(refusal);
        }
      }
      throw new UncheckedIOException(new IOException("line " + line + ": " + e.getMessage(), e));
    }
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
      pin.addListener(event -> tellOrSay(listener, event));
    }

    /** Pi4J would log what a listener throws, and go on as if it had heard. */
    private static void tellOrSay(EdgeListener listener, DigitalStateChangeEvent<?> event) {
      try {
        tell(listener, event);
      } catch (RuntimeException e) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }

    /** A provider without time stamps leaves us the time at which we hear of it. */
    private static void tell(EdgeListener listener, DigitalStateChangeEvent<?> event) {
      switch (event) {
        case TimedEdgeEvent timed -> listener.edge(timed.state().isHigh(), timed.timeNs());
        case EdgesMissedEvent missed -> listener.missed(missed.edgesMin());
        case InputLostEvent lost -> listener.lost(lost.cause());
        default -> listener.edge(event.state().isHigh(), System.nanoTime());
      }
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
        throw new UncheckedIOException(new IOException(pin.id() + ": " + e.getMessage(), e));
      }
    }

    @Override
    public boolean level() {
      return pin.state().isHigh();
    }

    @Override
    public void close() {
      pin.close();
    }
  }
}
