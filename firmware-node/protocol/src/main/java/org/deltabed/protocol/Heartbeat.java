package org.deltabed.protocol;

/** What a process says again and again, so that others know that it lives. */
public record Heartbeat() implements Value {
  @Override
  public String toString() {
    return "heartbeat";
  }
}
