package org.deltabed.protocol.history;

import java.util.List;
import java.util.function.Function;

/**
 * A property as data, with its predicate.
 *
 * @param countsSlots whether it says nothing of a history whose slots are not those of a run
 */
public record NamedProperty(
    String name,
    String instance,
    String sentence,
    boolean needsDelta,
    boolean isLiveness,
    boolean countsSlots,
    List<String> reads,
    Function<History, Outcome> predicate)
    implements Property {
  public NamedProperty {
    reads = List.copyOf(reads);
  }

  /** A property that reads the events of its own instance alone. */
  public NamedProperty(
      String name,
      String instance,
      String sentence,
      boolean needsDelta,
      boolean isLiveness,
      Function<History, Outcome> predicate) {
    this(name, instance, sentence, needsDelta, isLiveness, List.of(instance), predicate);
  }

  /** A property that reads the events of other instances too. */
  public NamedProperty(
      String name,
      String instance,
      String sentence,
      boolean needsDelta,
      boolean isLiveness,
      List<String> reads,
      Function<History, Outcome> predicate) {
    this(name, instance, sentence, needsDelta, isLiveness, false, reads, predicate);
  }

  @Override
  public Outcome check(History history) {
    return predicate.apply(history);
  }

  @Override
  public String toString() {
    return id();
  }
}
