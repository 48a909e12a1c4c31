package org.deltabed.protocol.byzantine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Composition;

/**
 * How a process misbehaves on purpose: its algorithm is the right one, and its links, {@code al},
 * do something else with what it says. So whatever stands on authenticated links can be put among
 * such processes, and the codes are made over what is really sent.
 */
public enum Behaviour {
  /** Says nothing. */
  SILENCE(SilentLinks::new),
  /** Says one thing to some processes and another to the rest. */
  EQUIVOCATE(EquivocatingLinks::new),
  /** Says another value to all. */
  WRONG_VALUE(WrongValueLinks::new),
  /** Says everything a second time as it was, and what others said to it. */
  REPLAY(ReplayingLinks::new),
  /** Says everything twice, each time as if for the first. */
  DOUBLE_VOTE(DoublingLinks::new),
  /** Says another value under signatures and codes that were made for something else. */
  FORGE(ForgingLinks::new),
  /** Says everything again and again, under numbers that are far ahead. */
  FLOOD(FloodingLinks::new);

  /** The name of the part that it is put in place of, wherever it stands. */
  private static final String AL = "al";

  @SuppressWarnings("ImmutableEnumChecker") // a constructor
  private final Function<Component.Context, Component<?>> links;

  Behaviour(Function<Component.Context, Component<?>> links) {
    this.links = links;
  }

  /** As it is written in plans: {@code wrong-value}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All of them, as they are written in plans. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Behaviour::word).toList();
  }

  /**
   * The behaviour of that word.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Behaviour of(String word) {
    return Arrays.stream(values())
        .filter(behaviour -> behaviour.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no behaviour " + word + "; there are " + words()));
  }

  /**
   * The composition of a process that behaves so.
   *
   * @throws IllegalArgumentException if it has no authenticated links
   */
  public Composition in(Composition right) {
    Composition other =
        right.top().name().equals(AL)
            ? right.swap(AL, part -> part.madeBy(links))
            : right.swapBelow(AL, part -> part.madeBy(links));
    if (other.equals(right)) {
      throw new IllegalArgumentException(
          right.top().name() + " has no authenticated links, with which processes misbehave");
    }
    return other;
  }
}
