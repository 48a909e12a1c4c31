package org.deltabed.protocol.replication.backup;

import java.util.Objects;
import org.deltabed.protocol.Value;

/** All that the primary of a view has, for the backup of that view. */
public record Transfer(int view, Value state) implements Value {
  public Transfer {
    Objects.requireNonNull(state);
  }

  @Override
  public String toString() {
    return "[transfer V" + view + " " + state + "]";
  }
}
