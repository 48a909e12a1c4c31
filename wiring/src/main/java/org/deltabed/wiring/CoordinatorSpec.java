package org.deltabed.wiring;

/**
 * The lab machine's own ends of the wiring. A text is empty where the machine has no such thing.
 *
 * @param board what machine it is: {@code pi3 pi4 pi5 zero2w pc}
 * @param chip the GPIO chip of its lines by name, label or number; empty for the board's usual one
 * @param tap its own adapter on the bus, by which it listens: a serial device or {@code virtual}
 * @param sync the line that drives the SYNC wire of all nodes
 */
public record CoordinatorSpec(String board, String chip, String tap, String sync) {

  /** A machine without lines and without a place on the bus. */
  public static final CoordinatorSpec NONE = new CoordinatorSpec("", "", "", "");

  /** Whether it listens on the bus. */
  public boolean taps() {
    return !tap.isEmpty();
  }

  /** Whether it drives a SYNC wire. */
  public boolean syncs() {
    return !sync.isEmpty();
  }
}
