package org.deltabed.protocol;

/**
 * What crosses the interface between two components of one process: a request goes down, an
 * indication comes up. Every implementation is a record; those that may be traced are listed by the
 * {@link Vocabulary}.
 */
public interface Event {}
