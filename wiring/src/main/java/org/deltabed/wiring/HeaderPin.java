package org.deltabed.wiring;

/**
 * A pin of the 40-pin header.
 *
 * @param number as it is counted on the board, 1 to 40; odd ones in one row, even ones in the other
 * @param name {@code GPIO0} to {@code GPIO27} by the chip's own numbers, {@code 3V3}, {@code 5V} or
 *     {@code GND}
 */
public record HeaderPin(int number, String name) {}
