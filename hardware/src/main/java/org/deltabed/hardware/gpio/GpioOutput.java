package org.deltabed.hardware.gpio;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.deltabed.hardware.DigitalOutput;

/** An output of a GPIO chip. */
public final class GpioOutput implements DigitalOutput {

  private final GpioLine line;

  GpioOutput(GpioLine line) {
    this.line = line;
  }

  @Override
  public void drive(boolean high) {
    try {
      line.drive(high);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The level that the kernel reads.
   *
   * @throws UncheckedIOException if the line is gone
   */
  @Override
  public boolean level() {
    try {
      return line.level();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives the line back and changes nothing. From then on the chip decides: the kernels of
   * Raspberry Pi OS keep the level, others make the line an input, which its pull resistor moves.
   * So the idle state of whatever hangs on it must be the safe one (F09).
   */
  @Override
  public void close() {
    line.close();
  }
}
