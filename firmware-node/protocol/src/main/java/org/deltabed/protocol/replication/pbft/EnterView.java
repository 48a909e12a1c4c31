package org.deltabed.protocol.replication.pbft;

import java.util.List;
import org.deltabed.protocol.Value;

/**
 * {@code NEW-VIEW}: the view begins with what these {@link Statement} view changes of a quorum
 * tell.
 */
public record EnterView(long view, List<Value> viewChanges) implements Value {
  public EnterView {
    viewChanges = List.copyOf(viewChanges);
  }

  @Override
  public String toString() {
    return "new-view(v=" + view + ", " + viewChanges + ")";
  }
}
