package org.deltabed.protocol;

/** Indication {@code <WriteReturn>} of every register and store: a write is over. */
public record WriteReturn() implements Event {}
