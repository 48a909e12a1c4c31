package org.deltabed.protocol;

import java.util.List;

/**
 * The page's {@code [DSET, view.id, delivered]}: all that its sender has delivered in that view,
 * each message with who broadcast it.
 */
public record Flush(int id, List<Value> delivered) implements Value {
  public Flush {
    delivered = List.copyOf(delivered);
  }

  @Override
  public String toString() {
    return "[V" + id + " delivered " + delivered + "]";
  }
}
