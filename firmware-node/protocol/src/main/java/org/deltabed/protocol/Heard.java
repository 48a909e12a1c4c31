package org.deltabed.protocol;

/**
 * That process, which was silent, is heard again. It enters a tower from below ({@link
 * Stack#heard}), where whoever lets things happen may have raised {@link Silence} of a process that
 * lives, and is no part of any abstraction's interface.
 */
public record Heard(int process) implements Event {}
