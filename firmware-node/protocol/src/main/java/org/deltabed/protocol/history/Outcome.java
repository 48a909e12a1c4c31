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

  public static Outcome broken(long checked, String explanation, Occurrence... by) {
    return new Outcome(
        false, checked, explanation, java.util.Arrays.stream(by).map(Occurrence::ref).toList());
  }
}
