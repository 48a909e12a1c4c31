package org.deltabed.wiring.draw;

/**
 * One wire, cable or resistor of a testbed.
 *
 * @param id {@code W1} and on; the marker to put on both its ends
 * @param use what it carries
 * @param node the node it belongs to; empty for the coordinator's own
 * @param from the end that drives it, if any does
 * @param to its other end
 * @param colour of its insulation, or what kind of cable it is
 * @param resistor in series with it, at the end {@code from}; empty if there is none
 */
public record Wire(
    String id, String use, String node, WireEnd from, WireEnd to, String colour, String resistor) {

  private static final int LABEL_CHARS_MAX = 13;

  /** What its two ends are marked with on the drawing. */
  String label() {
    return Kit.cut(id + " " + colour, LABEL_CHARS_MAX);
  }

  /** What it is, in one line. */
  public String sentence() {
    String series = resistor.isEmpty() ? "" : ", " + resistor;
    return id + " " + use + ": " + from + " to " + to + ", " + colour + series;
  }
}
