package org.deltabed.protocol.replication.backup;

import java.util.Objects;
import org.deltabed.protocol.Value;

/**
 * The page's {@code (backup_puthash, viewnum, client_id, seq, k, v)}.
 *
 * @param call the number of the call, by which its answer is known
 */
public record BackupCall(int view, long call, Value operation) implements Value {
  public BackupCall {
    Objects.requireNonNull(operation);
  }

  @Override
  public String toString() {
    return "[backup V" + view + " call " + call + " " + operation + "]";
  }
}
