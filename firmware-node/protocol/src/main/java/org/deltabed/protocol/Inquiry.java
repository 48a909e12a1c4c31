package org.deltabed.protocol;

/** The page's {@code [READ]}, with the reader's number for it. */
public record Inquiry(long number) implements Value {
  @Override
  public String toString() {
    return "[READ #" + number + "]";
  }
}
