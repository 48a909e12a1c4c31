package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;

/**
 * Indication {@code <Executed, n, r, response>} of a replica.
 *
 * @param request {@code [client [#number command]]}
 */
public record Executed(long sequence, Value request, Value response) implements Event {
  public Executed {
    Objects.requireNonNull(request);
    Objects.requireNonNull(response);
  }
}
