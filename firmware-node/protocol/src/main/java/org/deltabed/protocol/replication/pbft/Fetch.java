package org.deltabed.protocol.replication.pbft;

import org.deltabed.protocol.Value;

/** Its sender lacks the state of the stable checkpoint at that sequence number. */
public record Fetch(long sequence) implements Value {
  @Override
  public String toString() {
    return "fetch(n=" + sequence + ")";
  }
}
