package org.deltabed.protocol.replication.active;

import org.deltabed.protocol.Event;

/**
 * Indication of an agreement: somebody takes part in it, and this process is asked for its value.
 */
public record Join() implements Event {}
