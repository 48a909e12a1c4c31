package org.deltabed.wiring.draw;

/**
 * Where a wire ends.
 *
 * @param place the board, strip, module or line of the bus, such as {@code coordinator} or {@code
 *     GND strip}
 * @param pin the header pin's number or the terminal's name; empty if there is only one
 * @param line what it is called in the description, such as {@code GPIO17}; may be empty
 */
public record WireEnd(String place, String pin, String line) {

  /** An end at a place that has one terminal only. */
  static WireEnd at(String place) {
    return new WireEnd(place, "", "");
  }

  /** An end at a terminal. */
  static WireEnd at(String place, String terminal) {
    return new WireEnd(place, terminal, "");
  }

  /** Pin and line, whichever there are: {@code pin 11 GPIO17}. */
  public String terminal() {
    String number = isHeaderPin() ? "pin " + pin : pin;
    return (number + " " + line).strip();
  }

  /** Whether it is a pin of a 40-pin header. */
  public boolean isHeaderPin() {
    return !pin.isEmpty() && pin.chars().allMatch(Character::isDigit);
  }

  /** Place and terminal. */
  @Override
  public String toString() {
    return (place + " " + terminal()).strip();
  }
}
