package org.deltabed.protocol;

/** The sender has adopted what the leader of that round imposed. */
public record Adopted(int round) implements Value {
  @Override
  public String toString() {
    return "[" + round + " adopted]";
  }
}
