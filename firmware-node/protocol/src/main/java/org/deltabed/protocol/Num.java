package org.deltabed.protocol;

/** A whole number; the proposals of a plan are these. */
public record Num(long number) implements Value {
  @Override
  public String toString() {
    return Long.toString(number);
  }
}
