package org.deltabed.wiring;

/**
 * Which driver moves the lines that the nodes' pins name.
 *
 * @param driver {@code virtual} (the virtual pin board) or {@code gpio} (a Linux GPIO chip)
 */
public record PinsSpec(String driver) {

  /** Lines of the virtual pin board. */
  public static final PinsSpec VIRTUAL = new PinsSpec("virtual");
}
