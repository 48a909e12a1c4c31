package org.deltabed.protocol.replication.backup;

import org.deltabed.protocol.Value;

/** The primary of the view of that number serves in it. */
public record Acknowledged(int number) implements Value {
  @Override
  public String toString() {
    return "[ack V" + number + "]";
  }
}
