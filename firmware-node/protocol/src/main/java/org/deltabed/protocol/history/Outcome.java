package org.deltabed.protocol.history;

import java.util.List;

/**
 * What a property says of a history.
 *
 * @param holds false if the history breaks the property
 * @param checked how many times there was something to judge; 0 means that the history says nothing
 *     about it
 * @param explanation one sentence: what broke it, or what was checked
 * @param refs the records that the explanation rests on
 */
public record Outcome(boolean holds, long checked, String explanation, List<String> refs) {
  public Outcome {
    refs = List.copyOf(refs);
  }

  public static Outcome held(long checked, String explanation) {
    return new Outcome(true, checked, explanation, List.of());
  }

  /** The run gives no answer: it was too short, or nobody is left to whom something is owed. */
  public static Outcome notJudged(String why) {
    return new Outcome(true, 0, "not judged: " + why, List.of());
  }

  public static Outcome broken(long checked, String explanation, Occurrence... by) {
    return broken(checked, explanation, List.of(by));
  }

  public static Outcome broken(long checked, String explanation, List<Occurrence> by) {
    return new Outcome(false, checked, explanation, by.stream().map(Occurrence::ref).toList());
  }
}
