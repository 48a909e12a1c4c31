package org.deltabed.protocol.history;

import java.util.List;

/**
 * A named predicate over a history that explains itself. The same one judges the simulator and the
 * lab.
 */
public interface Property {
  /** As on the page, in lower case: {@code uniform agreement}. */
  String name();

  /** The instance that owes it, such as {@code uc/beb}. */
  String instance();

  /** The instances whose events it reads: its own, and seldom others. */
  default List<String> reads() {
    return List.of(instance());
  }

  /** The page's sentence. */
  String sentence();

  /**
   * Whether it is owed only while every message kept to δ: always so if it rests on the accuracy of
   * P.
   */
  boolean needsDelta();

  /**
   * Whether it promises that something happens, so that a run must last long enough to judge it.
   */
  boolean isLiveness();

  /**
   * Whether it counts slots, so that it says nothing of a history whose slots are not those of a
   * run.
   */
  default boolean countsSlots() {
    return false;
  }

  /**
   * Whether it asks which of two events of different processes came first: an operation's end, and
   * another's beginning.
   */
  default boolean readsOrder() {
    return false;
  }

  /**
   * Judges the history. A liveness property that the run was too short for is {@link
   * Outcome#notJudged}.
   */
  Outcome check(History history);

  /** Tells it from the same property of another instance: {@code uc/beb: validity}. */
  default String id() {
    return instance() + ": " + name();
  }
}
