package org.deltabed.protocol;

/**
 * Indication {@code <crash, p>} of a failure detector: {@code process} is suspected from now on.
 */
public record Crash(int process) implements Event {}
