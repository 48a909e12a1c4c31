package org.deltabed.lab.explore;

import java.math.BigInteger;
import org.deltabed.protocol.history.Property;

/**
 * What came of a property.
 *
 * @param result what came of it
 * @param brokenIn in how many schedules it is broken; 0 where that was not counted
 * @param explanation what broke it, or empty
 */
public record Judged(Property property, Result result, BigInteger brokenIn, String explanation) {
  /** What may come of a property. */
  public enum Result {
    /** In every schedule that was explored. */
    HOLDS("holds"),
    /** In at least one. */
    BROKEN("BROKEN"),
    /** The exploration did not come to an end, or no run gave an answer. */
    OPEN("open");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    /** As people and programs read it. */
    public String word() {
      return word;
    }
  }

  static Judged broken(Property property, BigInteger in, String explanation) {
    return new Judged(property, Result.BROKEN, in, explanation);
  }

  static Judged not(Property property, boolean open) {
    return new Judged(property, open ? Result.OPEN : Result.HOLDS, BigInteger.ZERO, "");
  }

  boolean isBroken() {
    return result == Result.BROKEN;
  }
}
