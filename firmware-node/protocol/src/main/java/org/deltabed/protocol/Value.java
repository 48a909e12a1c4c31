package org.deltabed.protocol;

/**
 * What is proposed, decided, broadcast and delivered: immutable data. Every implementation is a
 * record that the {@link Vocabulary} lists.
 */
public interface Value {}
