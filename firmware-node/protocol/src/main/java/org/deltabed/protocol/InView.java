package org.deltabed.protocol;

import java.util.Objects;

/** The page's {@code [Data, view.id, m]}: a message that counts in that view and in no other. */
public record InView(int id, Value message) implements Value {
  public InView {
    Objects.requireNonNull(message);
  }

  @Override
  public String toString() {
    return "[V" + id + " " + message + "]";
  }
}
