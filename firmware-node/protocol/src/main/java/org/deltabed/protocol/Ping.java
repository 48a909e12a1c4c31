package org.deltabed.protocol;

/** The page's {@code [PING]}. */
public record Ping() implements Value {
  @Override
  public String toString() {
    return "ping";
  }
}
