package org.deltabed.simulator.automaton;

import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;

/** An event that crossed the upper interface of an instance that is judged. */
public record Observation(String instance, Direction direction, Event event) {}
