package org.deltabed.protocol.replication.pbft;

import org.deltabed.protocol.Event;

/** Request {@code <StartTimer, p>}: p should do something in time; an earlier wait is over. */
public record StartTimer(int process) implements Event {}
