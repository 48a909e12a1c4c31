package org.deltabed.protocol.history;

import java.util.function.Function;

/** A property as data, with its predicate. */
public record NamedProperty(
    String name,
    String instance,
    String sentence,
    boolean needsDelta,
    boolean isLiveness,
    Function<History, Outcome> predicate)
    implements Property {

  @Override
  public Outcome check(History history) {
    return predicate.apply(history);
  }

  @Override
  public String toString() {
    return id();
  }
}
