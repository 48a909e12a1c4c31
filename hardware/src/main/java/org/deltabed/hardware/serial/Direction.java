package org.deltabed.hardware.serial;

import org.deltabed.hardware.DigitalOutput;

/** Who turns an RS-485 adapter from listening to sending and back. */
public sealed interface Direction {

  /**
   * The adapter itself, or a mode that the device tree has set. Nothing to do here; the default,
   * and the most precise one where the adapter is good.
   */
  record Auto() implements Direction {}

  /**
   * The serial driver, by its RTS line: the kernel's RS-485 mode, which not every driver has. It
   * stays set when the device is closed, as one from the device tree would.
   */
  record Kernel() implements Direction {}

  /**
   * This program, by a GPIO line on the adapter's DE input (and its inverted RE): high while bytes
   * go. The least precise one: the line goes back when the driver says that it has sent everything
   * and the bytes' computed time is over, and then a thread must be woken. Whoever speaks next must
   * leave a gap that is longer than that takes, milliseconds on a busy host; a USB adapter does not
   * know at all when its bytes are out.
   *
   * @param driverEnable an output, low; the bus drives it and leaves it low, its owner closes it
   */
  record Pin(DigitalOutput driverEnable) implements Direction {}

  /** {@link Auto}. */
  static Direction auto() {
    return new Auto();
  }
}
