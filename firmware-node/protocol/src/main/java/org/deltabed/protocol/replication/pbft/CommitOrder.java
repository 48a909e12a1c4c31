package org.deltabed.protocol.replication.pbft;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** {@code COMMIT}: a quorum has prepared that order in that view. */
public record CommitOrder(long view, long sequence, Value digest) implements Value {
  public CommitOrder {
    Objects.requireNonNull(digest);
  }

  @Override
  public String toString() {
    return "commit(v=" + view + ", n=" + sequence + ", " + digest + ")";
  }
}
