package org.deltabed.protocol.replication.backup;

import java.util.Objects;
import org.deltabed.protocol.Value;

/**
 * A backup's answer to a call.
 *
 * @param reply the result of the operation
 * @param state what the primary is to take over
 */
public record BackupResult(int view, long call, Value reply, Value state) implements Value {
  public BackupResult {
    Objects.requireNonNull(reply);
    Objects.requireNonNull(state);
  }

  @Override
  public String toString() {
    return "[done V" + view + " call " + call + " " + reply + " " + state + "]";
  }
}
