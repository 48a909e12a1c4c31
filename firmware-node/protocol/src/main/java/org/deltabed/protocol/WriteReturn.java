package org.deltabed.protocol;

/** Indication {@code <WriteReturn>} of a register: the value is written. */
public record WriteReturn() implements Event {}
