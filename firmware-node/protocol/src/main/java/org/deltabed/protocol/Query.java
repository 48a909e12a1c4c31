package org.deltabed.protocol;

/** The pages' {@code [READ, r]}: tell the version that you have. */
public record Query(long op) implements Value {
  @Override
  public String toString() {
    return "[READ #" + op + "]";
  }
}
