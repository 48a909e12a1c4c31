package org.deltabed.protocol.catalogue;

import java.util.Optional;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;

/**
 * What the value that a plan gives a process becomes at the top of a protocol, when a run begins.
 */
public enum FirstRequest {
  /** Consensus and its like: the value is proposed. */
  PROPOSE {
    @Override
    public Optional<Event> of(Value value) {
      return Optional.of(new Propose(value));
    }
  },
  /** Every broadcast abstraction: the value is broadcast. */
  BROADCAST {
    @Override
    public Optional<Event> of(Value value) {
      return Optional.of(new Broadcast(value));
    }
  },
  /** A detector takes no request. */
  NONE {
    @Override
    public Optional<Event> of(Value value) {
      return Optional.empty();
    }
  };

  /** The request with this value, if there is one. */
  public abstract Optional<Event> of(Value value);
}
