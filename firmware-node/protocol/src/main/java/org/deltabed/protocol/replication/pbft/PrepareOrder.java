package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** {@code PREPARE}: in that view, the request of that digest has that sequence number. */
public record PrepareOrder(long view, long sequence, Value digest) implements Value {
  public PrepareOrder {
    Objects.requireNonNull(digest);
  }

  @Override
  public String toString() {
    return "prepare(v=" + view + ", n=" + sequence + ", " + digest + ")";
  }
}
