package org.deltabed.protocol;

import java.util.Objects;

/** A string. */
public record Text(String text) implements Value {
  public Text {
    Objects.requireNonNull(text);
  }

  @Override
  public String toString() {
    return '"' + text + '"';
  }
}
