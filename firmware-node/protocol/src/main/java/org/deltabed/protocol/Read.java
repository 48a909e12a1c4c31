package org.deltabed.protocol;

/** Request {@code <Read>} of every register abstraction. */
public record Read() implements Event {}
