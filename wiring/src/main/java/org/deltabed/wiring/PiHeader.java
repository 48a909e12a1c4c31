package org.deltabed.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The 40-pin header, which is the same on Raspberry Pi 3, 4, 5 and Zero 2 W.
 *
 * <p>Source: "GPIO and the 40-pin header" of the Raspberry Pi documentation. Pulls at power-on:
 * BCM2835 ARM Peripherals, page 102, and RP1 Peripherals for the Pi 5.
 */
public final class PiHeader {
  private static final List<HeaderPin> PINS =
      pins(
          "3V3 5V GPIO2 5V GPIO3 GND GPIO4 GPIO14 GND GPIO15",
          "GPIO17 GPIO18 GPIO27 GND GPIO22 GPIO23 3V3 GPIO24 GPIO10 GND",
          "GPIO9 GPIO25 GPIO11 GPIO8 GND GPIO7 GPIO0 GPIO1 GPIO5 GND",
          "GPIO6 GPIO12 GPIO13 GND GPIO19 GPIO16 GPIO26 GPIO20 GND GPIO21");

  private static final Set<String> BOARDS = Set.of("pi3", "pi4", "pi5", "zero2w");
  private static final int PULLED_UP_LAST = 8;

  private PiHeader() {}

  private static List<HeaderPin> pins(String... rows) {
    List<HeaderPin> pins = new ArrayList<>();
    for (String row : rows) {
      for (String name : row.split(" ", -1)) {
        pins.add(new HeaderPin(pins.size() + 1, name));
      }
    }
    return List.copyOf(pins);
  }

  /** Whether a board, as a description names it, has this header. */
  public static boolean isOn(String board) {
    return BOARDS.contains(board);
  }

  /** All pins by number. */
  public static List<HeaderPin> pins() {
    return PINS;
  }

  /**
   * The pin of a GPIO line, or the last pin of a supply rail: of {@code 3V3} that is pin 17, beside
   * the lines 17, 27 and 22, which leaves pin 1 for an adapter.
   */
  public static Optional<HeaderPin> of(String line) {
    return PINS.reversed().stream().filter(it -> it.name().equals(line)).findFirst();
  }

  /**
   * The ground pin that is nearest to a pin in the same row of the header, where one socket takes
   * both.
   */
  public static HeaderPin groundNear(int number) {
    HeaderPin nearest = null;
    for (HeaderPin pin : PINS) {
      if (pin.name().equals("GND")
          && pin.number() % 2 == number % 2
          && (nearest == null
              || Math.abs(pin.number() - number) < Math.abs(nearest.number() - number))) {
        nearest = pin;
      }
    }
    return nearest;
  }

  /** The pull that a GPIO line has from power-on until somebody sets it. */
  public static String pullAtPowerOn(String line) {
    return Integer.parseInt(line.substring("GPIO".length())) <= PULLED_UP_LAST ? "up" : "down";
  }
}
