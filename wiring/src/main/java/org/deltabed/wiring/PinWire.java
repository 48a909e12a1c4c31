package org.deltabed.wiring;

/**
 * One wire of a node's pin, or what there is of it.
 *
 * @param nodeLine the line at the node: a GPIO line, {@code 3V3} for its supply rail, a line of the
 *     virtual pin board; empty if the wire does not end at the node, as a relay's
 * @param coordinatorLine the line at the coordinator; empty if the wire does not end there
 * @param colour of its insulation, for the drawing; may be empty
 */
public record PinWire(String nodeLine, String coordinatorLine, String colour) {

  /** A wire on the virtual pin board: one line, which both ends know by the same name. */
  public static PinWire joined(String line) {
    return new PinWire(line, line, "");
  }
}
