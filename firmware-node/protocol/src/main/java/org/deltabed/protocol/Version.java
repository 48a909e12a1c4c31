package org.deltabed.protocol;

import java.util.Objects;

/**
 * The pages' {@code (ts, val)}, and {@code (ts, wr, val)} where there are many writers: a value
 * with what tells it from older ones.
 *
 * @param ts the timestamp, 0 before the first write
 * @param rank the writer's, which breaks ties; 0 where there is one writer
 */
public record Version(long ts, int rank, Value value) implements Value {
  /** {@code (0, ⊥)}. */
  public static final Version NONE = new Version(0, 0, new Nil());

  public Version {
    Objects.requireNonNull(value);
  }

  /** {@code (ts, wr) is larger than (ts′, wr′)}. */
  public boolean isNewerThan(Version other) {
    return ts != other.ts ? ts > other.ts : rank > other.rank;
  }

  /** {@code highest}: the newer of the two. */
  public Version orNewer(Version other) {
    return other.isNewerThan(this) ? other : this;
  }

  @Override
  public String toString() {
    return ts == 0
        ? value.toString()
        : "(" + ts + (rank == 0 ? "" : "." + rank) + " " + value + ")";
  }
}
