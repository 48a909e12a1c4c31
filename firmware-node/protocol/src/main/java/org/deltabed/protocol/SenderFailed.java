package org.deltabed.protocol;

/**
 * The page's {@code f}: what terminating reliable broadcast delivers where its sender crashed. No
 * user broadcasts it.
 */
public record SenderFailed() implements Value {
  @Override
  public String toString() {
    return "f";
  }
}
