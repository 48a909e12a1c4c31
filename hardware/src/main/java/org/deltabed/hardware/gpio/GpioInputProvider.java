package org.deltabed.hardware.gpio;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.io.IOException;
import org.deltabed.hardware.DigitalInput.EdgeListener;
import org.deltabed.hardware.pins.EdgesMissedEvent;
import org.deltabed.hardware.pins.InputLostEvent;
import org.deltabed.hardware.pins.TimedEdgeEvent;

/** Makes Pi4J inputs of a chip's lines. */
final class GpioInputProvider extends DigitalInputProviderBase {

  private final GpioChip chip;

  GpioInputProvider(GpioChip chip) {
    super("deltabed-gpio-input", "deltabed GPIO input on " + chip.info());
    this.chip = chip;
  }

  @Override
  public DigitalInput create(DigitalInputConfig config) {
    Input input = new Input(this, config, chip);
    // Pi4J leaves this to the provider; it calls initialize.
    context().registry().add(input);
    return input;
  }

  private static final class Input extends DigitalInputBase implements EdgeListener {

    private final GpioChip chip;
    private GpioInput line;

    Input(DigitalInputProvider provider, DigitalInputConfig config, GpioChip chip) {
      super(provider, config);
      this.chip = chip;
    }

    @Override
    public DigitalInput initialize(Context context) throws InitializeException {
      super.initialize(context);
      try {
        String name = GpioPinsPlugin.line(chip, config().id(), config().bcm());
        Long debounceUs = config().debounce();
        line =
            chip.input(
                name, bias(config().pull()), debounceUs == null ? 0 : Math.toIntExact(debounceUs));
      } catch (IOException e) {
        throw new InitializeException(e);
      }
      line.onEdge(this);
      return this;
    }

    private static Bias bias(PullResistance pull) {
      return switch (pull) {
        case null -> Bias.AS_IT_IS;
        case OFF -> Bias.NONE;
        case PULL_UP -> Bias.PULL_UP;
        case PULL_DOWN -> Bias.PULL_DOWN;
      };
    }

    @Override
    public void edge(boolean high, long timeNs) {
      dispatch(new TimedEdgeEvent(this, DigitalState.getState(high), timeNs));
    }

    @Override
    public void missed(long edgesMin) {
      dispatch(new EdgesMissedEvent(this, edgesMin));
    }

    @Override
    public void lost(IOException cause) {
      dispatch(new InputLostEvent(this, cause));
    }

    @Override
    public DigitalState state() {
      return DigitalState.getState(line.level());
    }

    @Override
    public DigitalInput shutdownInternal(Context context) throws ShutdownException {
      if (line != null) {
        line.close();
      }
      return super.shutdownInternal(context);
    }
  }
}
