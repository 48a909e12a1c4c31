package org.deltabed.protocol;

/**
 * Indication {@code <suspect, p>} of a detector that may err: p is thought to have crashed. {@link
 * Restore} takes it back.
 */
public record Suspect(int process) implements Event {}
