package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;

/** Request {@code <Order, r>} of a replica: a client's signed request has come. */
public record Order(Value request) implements Event {
  public Order {
    Objects.requireNonNull(request);
  }
}
