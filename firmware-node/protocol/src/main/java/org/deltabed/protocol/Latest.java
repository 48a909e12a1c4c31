package org.deltabed.protocol;

import java.util.Objects;

/**
 * What a process tells the leader when it comes to a round: what it would decide, and in which
 * round it adopted that, 0 for its own proposal.
 */
public record Latest(int round, Value value, int adopted) implements Value {
  public Latest {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "[" + round + " latest " + value + " of " + adopted + "]";
  }
}
