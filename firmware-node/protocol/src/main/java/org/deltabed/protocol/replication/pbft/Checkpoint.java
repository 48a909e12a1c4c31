package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** {@code CHECKPOINT}: the digest of the state after that sequence number. */
public record Checkpoint(long sequence, Value digest) implements Value {
  public Checkpoint {
    Objects.requireNonNull(digest);
  }

  @Override
  public String toString() {
    return "checkpoint(n=" + sequence + ", " + digest + ")";
  }
}
