package org.deltabed.hardware.gpio;

import java.io.IOException;

/** Opens each chip that is named, and says what comes of it. */
final class GpioOpenMain {

  private GpioOpenMain() {}

  public static void main(String[] chips) throws IOException {
    for (String name : chips) {
      try (GpioChip chip = GpioChips.open(name)) {
        System.out.println("open " + chip.info());
      } catch (GpioRefused e) {
        System.out.println(e.kind() + " " + e.getMessage());
      }
    }
  }
}
