package org.deltabed.protocol;

/**
 * Indication {@code <Restore, p>} of a detector that may err: p is thought to be alive again. P has
 * no such event.
 */
public record Restore(int process) implements Event {}
