package org.deltabed.protocol;

/** The page's {@code [PONG]}. */
public record Pong() implements Value {
  @Override
  public String toString() {
    return "pong";
  }
}
