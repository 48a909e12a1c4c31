package org.deltabed.hardware.gpio;

/**
 * What the kernel says about a line.
 *
 * @param offset its number on the chip, from 0
 * @param name the kernel's name of it, or ""
 * @param consumer who uses it, or ""
 * @param used true if it is not to be had
 * @param output true if its direction is output, also while nobody has it
 */
public record LineInfo(int offset, String name, String consumer, boolean used, boolean output) {}
