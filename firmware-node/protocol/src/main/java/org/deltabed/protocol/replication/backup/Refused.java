package org.deltabed.protocol.replication.backup;

import org.deltabed.protocol.Value;

/** A backup performs that call not, as it is in another view, the one of that number. */
public record Refused(int view, long call) implements Value {
  @Override
  public String toString() {
    return "[refused call " + call + " in V" + view + "]";
  }
}
