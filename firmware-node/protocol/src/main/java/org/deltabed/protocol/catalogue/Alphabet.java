package org.deltabed.protocol.catalogue;

import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Value;

/**
 * What a Byzantine process may say: the messages that could make a difference, so that an adversary
 * that chooses among them chooses among all behaviours.
 */
@FunctionalInterface
public interface Alphabet {
  /** Whoever is Byzantine says nothing: no protocol but one for such processes has another. */
  Alphabet SILENCE = (byzantine, to, n, f, inputs) -> List.of();

  /** One message, as it comes over the bus to that instance. */
  record Said(String instance, Value message) {
    /**
     * What authenticated links bring to that process, as they stand {@link
     * Protocol#underAdversary}.
     */
    public static Said overLinks(String al, int to, Value message) {
      return new Said(al, new Addressed(to, message));
    }
  }

  /**
   * What that Byzantine process may say to that correct one, each once and in any order. Codes and
   * signatures in it are ideal; those of correct processes are said only when they have been made.
   *
   * @param inputs the values, by rank-1, that processes are given in the run
   */
  List<Said> of(int byzantine, int to, int n, int f, List<Value> inputs);
}
