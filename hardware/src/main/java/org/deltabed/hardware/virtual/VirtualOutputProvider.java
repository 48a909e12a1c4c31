package org.deltabed.hardware.virtual;

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

/** Makes Pi4J outputs of a board's lines; an output's id is its line's name. */
final class VirtualOutputProvider extends DigitalOutputProviderBase {

  private final PinClient board;

  VirtualOutputProvider(PinClient board) {
    super("deltabed-virtual-output", "deltabed virtual output");
    this.board = board;
  }

  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    Output output = new Output(this, config, board);
    // Pi4J leaves this to the provider; it calls initialize.
    context().registry().add(output);
    return output;
  }

  /** Pi4J calls this after it has shut down all inputs and outputs. */
  @Override
  public DigitalOutputProvider shutdownInternal(Context context) throws ShutdownException {
    board.close();
    return super.shutdownInternal(context);
  }

  private static final class Output extends DigitalOutputBase {

    private final PinClient board;

    Output(DigitalOutputProvider provider, DigitalOutputConfig config, PinClient board) {
      super(provider, config);
      this.board = board;
    }

    /** Requests the line with its initial level, so that Pi4J's own setting finds it there. */
    @Override
    public DigitalOutput initialize(Context context) throws InitializeException {
      DigitalState initial = config().initialState();
      boolean given = initial != null && initial != DigitalState.UNKNOWN;
      try {
        boolean high = board.output(config().id(), given ? initial.isHigh() : null);
        state = DigitalState.getState(high);
      } catch (java.io.IOException e) {
        throw new InitializeException(e);
      }
      return super.initialize(context);
    }

    @Override
    public DigitalOutput state(DigitalState wanted) throws IOException {
      if (wanted != state && wanted != DigitalState.UNKNOWN) {
        try {
          board.set(config().id(), wanted.isHigh());
        } catch (java.io.IOException e) {
          throw new IOException(e);
        }
      }
      return wanted == DigitalState.UNKNOWN ? this : super.state(wanted);
    }

    @Override
    public DigitalOutput shutdownInternal(Context context) throws ShutdownException {
      super.shutdownInternal(context);
      try {
        board.free(config().id());
      } catch (java.io.IOException e) {
        throw new ShutdownException(e);
      }
      return this;
    }
  }
}
