package org.deltabed.protocol;

import java.util.List;
import java.util.Objects;

/**
 * The page's {@code (id, memb, dset)}: the next view, and what was delivered in the one before, by
 * process.
 */
public record Change(int id, ProcessSet members, List<Value> delivered) implements Value {
  public Change {
    Objects.requireNonNull(members);
    delivered = List.copyOf(delivered);
  }

  @Override
  public String toString() {
    return "[V(" + id + ", " + members + ") after " + delivered + "]";
  }
}
