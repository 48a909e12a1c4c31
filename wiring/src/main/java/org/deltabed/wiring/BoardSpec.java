package org.deltabed.wiring;

/**
 * What a node is made of.
 *
 * @param board {@code pi3 pi4 pi5 zero2w pc}; empty where it is not said, as on a virtual testbed
 * @param adapter what joins it to the bus: {@code rs485-hat usb-ftdi usb-ch340 max3485 virtual};
 *     empty where it is not said
 * @param direction who turns the line's direction: {@code auto} (the adapter), {@code kernel} (the
 *     driver's RS-485 mode) or {@code pin} (a GPIO line)
 */
public record BoardSpec(String board, String adapter, String direction) {

  /** Nothing is said but that the adapter turns around by itself. */
  public static final BoardSpec UNSAID = new BoardSpec("", "", "auto");
}
