package org.deltabed.protocol.history;

import java.util.List;
import java.util.function.Function;

/**
 * A property as data, with its predicate.
 *
 * @param countsSlots whether it says nothing of a history whose slots are not those of a run
 * @param readsOrder whether it asks which of two events of different processes came first
 */
public record NamedProperty(
    String name,
    String instance,
    String sentence,
    boolean needsDelta,
    boolean isLiveness,
    boolean countsSlots,
    boolean readsOrder,
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
    this(name, instance, sentence, needsDelta, isLiveness, false, false, reads, predicate);
  }

  /** A property of operations: it asks which of them came before which. */
  public static NamedProperty ofOperations(
      String name,
      String instance,
      String sentence,
      boolean needsDelta,
      Function<History, Outcome> predicate) {
    return new NamedProperty(
        name, instance, sentence, needsDelta, false, false, true, List.of(instance), predicate);
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
