package org.deltabed.hardware.gpio;

import java.nio.file.Path;

/**
 * A GPIO chip.
 *
 * @param device such as {@code /dev/gpiochip0}
 * @param name the kernel's name, such as {@code gpiochip0}; it may be another after a restart
 * @param label what the driver calls it, such as {@code pinctrl-rp1}
 * @param lines how many lines it has
 */
public record ChipInfo(Path device, String name, String label, int lines) {

  @Override
  public String toString() {
    return name + " [" + label + "], " + lines + " lines";
  }
}
