package org.deltabed.protocol.replication.pbft;

import org.deltabed.protocol.Event;

/** Request {@code <StopTimer>}: everything came in time. */
public record StopTimer() implements Event {}
