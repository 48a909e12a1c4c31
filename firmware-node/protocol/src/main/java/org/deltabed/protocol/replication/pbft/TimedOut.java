package org.deltabed.protocol.replication.pbft;

import org.deltabed.protocol.Event;

/** Indication {@code <TimedOut, p>}: p has not done it in time. */
public record TimedOut(int process) implements Event {}
