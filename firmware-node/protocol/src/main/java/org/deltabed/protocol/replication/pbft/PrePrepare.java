package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Value;

/**
 * {@code PRE-PREPARE}: the primary of the view gives the request that sequence number.
 *
 * @param signature the primary's, of the {@link PrepareOrder} for it: it counts as its prepare
 */
public record PrePrepare(long view, long sequence, Value request, Value signature)
    implements Value {
  public PrePrepare {
    Objects.requireNonNull(request);
    Objects.requireNonNull(signature);
  }

  @Override
  public String toString() {
    return "pre-prepare(v=" + view + ", n=" + sequence + ", " + request + ")";
  }
}
