package org.deltabed.protocol;

/** Request {@code <Read>} of a register. */
public record Read() implements Event {}
