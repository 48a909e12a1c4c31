package org.deltabed.hardware.pins;

import java.util.HashMap;
import java.util.Map;

/**
 * The number that Pi4J wants with every line. {@code GPIOn} and a plain n have one of their own,
 * the BCM number; for a line with any other name it only has to be unique, and no line of a chip.
 */
final class LineNumbers {

  private static final int FIRST_FREE = 1_000;

  private final Map<String, Integer> given = new HashMap<>();

  synchronized int of(String line) {
    String number = line.startsWith("GPIO") ? line.substring("GPIO".length()) : line;
    return number.matches("[0-9]{1,3}")
        ? Integer.parseInt(number)
        : given.computeIfAbsent(line, unknown -> FIRST_FREE + given.size());
  }
}
