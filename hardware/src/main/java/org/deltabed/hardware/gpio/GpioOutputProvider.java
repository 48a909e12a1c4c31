package org.deltabed.hardware.gpio;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import java.io.UncheckedIOException;

/**
 * Makes Pi4J outputs of a chip's lines. One without an initial level keeps the level that it is
 * driven to; if nobody drives it, it becomes off, the opposite of its on state.
 */
final class GpioOutputProvider extends DigitalOutputProviderBase {

  private final GpioChip chip;

  GpioOutputProvider(GpioChip chip) {
    super("deltabed-gpio-output", "deltabed GPIO output on " + chip.info());
    this.chip = chip;
  }

  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    Output output = new Output(this, config, chip);
    // Pi4J leaves this to the provider; it calls initialize.
    context().registry().add(output);
    return output;
  }

  /** Pi4J calls this after it has shut down all inputs and outputs. */
  @Override
  public DigitalOutputProvider shutdownInternal(Context context) throws ShutdownException {
    chip.close();
    return super.shutdownInternal(context);
  }

  private static final class Output extends DigitalOutputBase {

    private final GpioChip chip;
    private GpioOutput line;

    Output(DigitalOutputProvider provider, DigitalOutputConfig config, GpioChip chip) {
      super(provider, config);
      this.chip = chip;
    }

    /** Requests the line with its initial level, so that Pi4J's own setting finds it there. */
    @Override
    public DigitalOutput initialize(Context context) throws InitializeException {
      DigitalState initial = config().initialState();
      boolean given = initial != null && initial != DigitalState.UNKNOWN;
      try {
        String name = GpioPinsPlugin.line(chip, config().id(), config().bcm());
        line =
            given
                ? chip.output(name, initial.isHigh())
                : chip.outputAsItIs(name, config().onState() == DigitalState.LOW);
        state = given ? initial : DigitalState.getState(line.level());
      } catch (java.io.IOException e) {
        throw new InitializeException(e);
      } catch (UncheckedIOException e) {
        throw new InitializeException(e.getCause());
      }
      return super.initialize(context);
    }

    /** Asks the kernel every time, also for the level that is thought to be there already. */
    @Override
    public DigitalOutput state(DigitalState wanted) throws IOException {
      if (wanted == DigitalState.UNKNOWN) {
        return this;
      }
      try {
        line.drive(wanted.isHigh());
      } catch (UncheckedIOException e) {
        throw new IOException(e.getCause());
      }
      return super.state(wanted);
    }

    @Override
    public DigitalOutput shutdownInternal(Context context) throws ShutdownException {
      super.shutdownInternal(context);
      if (line != null) {
        line.close();
      }
      return this;
    }
  }
}
