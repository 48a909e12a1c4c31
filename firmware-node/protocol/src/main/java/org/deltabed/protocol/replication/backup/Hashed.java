package org.deltabed.protocol.replication.backup;

import java.util.Objects;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Value;

/**
 * An ideal hash of a value and another appended to it, which stands for itself: no two of different
 * origin are equal, and whoever looks at one sees what it is made of.
 */
public record Hashed(Value previous, Value appended) implements Value {
  public Hashed {
    Objects.requireNonNull(previous);
    Objects.requireNonNull(appended);
  }

  @Override
  public String toString() {
    return previous instanceof Nil ? "H(" + appended + ")" : "H(" + previous + " " + appended + ")";
  }
}
