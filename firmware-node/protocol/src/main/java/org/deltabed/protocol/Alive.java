package org.deltabed.protocol;

/** Its sender is alive after the transaction of that number was aborted. */
public record Alive(int transaction) implements Value {
  @Override
  public String toString() {
    return "[alive " + transaction + "]";
  }
}
