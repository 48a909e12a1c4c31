package org.deltabed.protocol.replication.backup;

import org.deltabed.protocol.Event;

/** Request to a view service: the primary of the view of that number begins to serve in it. */
public record Acknowledge(int number) implements Event {}
