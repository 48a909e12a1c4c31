package org.deltabed.protocol.replication.backup;

import org.deltabed.protocol.Value;

/**
 * The view of a view server: its number, and who serves in it.
 *
 * @param backup 0 if there is none
 */
public record Servers(int number, int primary, int backup) implements Value {
  @Override
  public String toString() {
    return "V" + number + "(p" + primary + (backup == 0 ? "" : " p" + backup) + ")";
  }
}
