package org.deltabed.protocol;

/** Request {@code <vsBlockOk>} of view synchrony: the application broadcasts nothing any more. */
public record BlockOk() implements Event {}
