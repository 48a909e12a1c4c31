package org.deltabed.protocol.replication.backup;

import org.deltabed.protocol.Value;

/** The page's error: that operation of a client may have been performed or not, try again. */
public record Retry(int client, long seq) implements Value {
  @Override
  public String toString() {
    return "[error p" + client + " #" + seq + "]";
  }
}
