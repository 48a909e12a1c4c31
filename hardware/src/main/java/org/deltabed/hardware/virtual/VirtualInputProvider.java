package org.deltabed.hardware.virtual;

import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import java.io.IOException;
import org.deltabed.hardware.pins.TimedEdgeEvent;

/** Makes Pi4J inputs of a board's lines; an input's id is its line's name. */
final class VirtualInputProvider extends DigitalInputProviderBase {

  private final PinClient board;

  VirtualInputProvider(PinClient board) {
    super("deltabed-virtual-input", "deltabed virtual input");
    this.board = board;
  }

  @Override
  public DigitalInput create(DigitalInputConfig config) {
    Input input = new Input(this, config, board);
    // Pi4J leaves this to the provider; it calls initialize.
    context().registry().add(input);
    return input;
  }

  private static final class Input extends DigitalInputBase {

    private final PinClient board;
    private volatile DigitalState state = DigitalState.UNKNOWN;

    Input(DigitalInputProvider provider, DigitalInputConfig config, PinClient board) {
      super(provider, config);
      this.board = board;
    }

    @Override
    public DigitalInput initialize(Context context) throws InitializeException {
      super.initialize(context);
      try {
        boolean high = board.input(config().id(), this::edge);
        if (state == DigitalState.UNKNOWN) {
          state = DigitalState.getState(high);
        }
      } catch (IOException e) {
        throw new InitializeException(e);
      }
      return this;
    }

    private void edge(boolean high, long timeNs) {
      state = DigitalState.getState(high);
      dispatch(new TimedEdgeEvent(this, state, timeNs));
    }

    @Override
    public DigitalState state() {
      return state;
    }

    @Override
    public DigitalInput shutdownInternal(Context context) throws ShutdownException {
      try {
        board.free(config().id());
      } catch (IOException e) {
        throw new ShutdownException(e);
      }
      return super.shutdownInternal(context);
    }
  }
}
