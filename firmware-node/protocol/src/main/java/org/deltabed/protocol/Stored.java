package org.deltabed.protocol;

/** The pages' {@code [ACK, r]}: the answer to {@link Store}. */
public record Stored(long op) implements Value {
  @Override
  public String toString() {
    return op == 0 ? "[ACK]" : "[ACK #" + op + "]";
  }
}
