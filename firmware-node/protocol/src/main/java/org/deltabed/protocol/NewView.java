package org.deltabed.protocol;

import java.util.Objects;

/** Indication {@code <membView, V>} of group membership and {@code <vsView, V>} of its like. */
public record NewView(Value view) implements Event {
  public NewView {
    Objects.requireNonNull(view);
  }
}
