package org.deltabed.protocol.replication.backup;

import org.deltabed.protocol.Value;

/** The backup of that view has what its primary had. */
public record Transferred(int view) implements Value {
  @Override
  public String toString() {
    return "[transferred V" + view + "]";
  }
}
