package org.deltabed.protocol;

/**
 * Indication {@code <vsBlock>} of view synchrony: the application is to broadcast nothing from its
 * answer {@link BlockOk} until the next view.
 */
public record Block() implements Event {}
