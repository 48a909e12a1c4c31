package org.deltabed.lab.explore;

import java.math.BigInteger;
import java.util.List;
import org.deltabed.checker.Verdict;
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

  /** Of all of them together. */
  static Verdict verdict(List<Judged> all) {
    if (all.stream().anyMatch(Judged::isBroken)) {
      return Verdict.VIOLATED;
    }
    boolean answered = all.stream().allMatch(one -> one.result == Result.HOLDS);
    return answered ? Verdict.PASS : Verdict.INCOMPLETE;
  }

  boolean isBroken() {
    return result == Result.BROKEN;
  }
}
