package org.deltabed.simulator.automaton;

import org.deltabed.protocol.Value;

/** A message that an instance of one process hands to the bus, for the same instance of all. */
public record Message(String instance, Value value) {
  @Override
  public String toString() {
    return instance + " " + value;
  }
}
