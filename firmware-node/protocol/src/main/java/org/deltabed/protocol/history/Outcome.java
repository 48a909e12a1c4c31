package org.deltabed.protocol.history;

import java.util.List;

/**
 * What a property says of a history.
 *
 * @param holds false if the history breaks the property
 * @param judged false if the run gives no answer, because it was too short or an assumption was not
 *     met; holds is then true
 * @param checked how many times there was something to judge
 * @param explanation one sentence: what broke it, what was checked, or why it is not judged
 * @param refs the records that the explanation rests on
 */
public record Outcome(
    boolean holds, boolean judged, long checked, String explanation, List<String> refs) {
  public Outcome {
    refs = List.copyOf(refs);
  }

  public static Outcome held(long checked, String explanation) {
    return new Outcome(true, true, checked, explanation, List.of());
  }

  /** The run gives no answer. */
  public static Outcome notJudged(String why) {
    return new Outcome(true, false, 0, "not judged: " + why, List.of());
  }

  public static Outcome broken(long checked, String explanation, Occurrence... by) {
    return broken(checked, explanation, List.of(by));
  }

  public static Outcome broken(long checked, String explanation, List<Occurrence> by) {
    return new Outcome(
        false, true, checked, explanation, by.stream().map(Occurrence::ref).toList());
  }
}
