package org.deltabed.protocol;

/**
 * The slot of {@code process} passed without its frame. It enters a tower from below ({@link
 * Stack#silence}) and is no part of any abstraction's interface.
 */
public record Silence(int process) implements Event {}
