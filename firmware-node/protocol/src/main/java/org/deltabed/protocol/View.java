package org.deltabed.protocol;

import java.util.Objects;

/** The page's view {@code V(j, M)}: its number, and who is in it. */
public record View(int id, ProcessSet members) implements Value {
  public View {
    Objects.requireNonNull(members);
  }

  @Override
  public String toString() {
    return "V(" + id + ", " + members + ")";
  }
}
