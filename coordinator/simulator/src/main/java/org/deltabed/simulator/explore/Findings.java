package org.deltabed.simulator.explore;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an exploration found.
 *
 * @param states distinct global states, summed over the layers
 * @param transitions ways from one of them to the next
 * @param schedules how many different schedules there are, exactly
 * @param histories how many different ends were judged
 * @param worstDecisionSlots by how many crashed: how many slots of the run had passed, at most,
 *     when the last indication came; 0 where none did
 * @param worstMessages by how many crashed: the most messages that were sent
 * @param broken by id of each property that is broken: in how many schedules, and why in one
 * @param unfinished why not everything was explored; empty if it was
 * @param layers how many layers were explored
 */
public record Findings(
    long states,
    long transitions,
    BigInteger schedules,
    long histories,
    List<Integer> worstDecisionSlots,
    List<Integer> worstMessages,
    Map<String, Broken> broken,
    Optional<String> unfinished,
    int layers) {

  /** A property that is broken. */
  public record Broken(BigInteger schedules, String explanation) {
    /** Both together, with the same explanation whichever was found first. */
    Broken and(Broken other) {
      String first =
          explanation.compareTo(other.explanation) <= 0 ? explanation : other.explanation;
      return new Broken(schedules.add(other.schedules), first);
    }
  }

  /** Whether everything was explored. */
  public boolean complete() {
    return unfinished.isEmpty();
  }

  /** The latest decision, whoever crashed. */
  public int worstDecision() {
    return worstDecisionSlots.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** The most messages, whoever crashed. */
  public int worstMessage() {
    return worstMessages.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** With what an earlier exploration of the same runs found, before it began anew. */
  Findings brokenToo(Map<String, Broken> earlier) {
    Map<String, Broken> all = new TreeMap<>(earlier);
    all.putAll(broken);
    return with(all, unfinished);
  }

  /** The same, but what there is need not be all. */
  Findings unfinished(String why) {
    return with(broken, Optional.of(why));
  }

  private Findings with(Map<String, Broken> otherBroken, Optional<String> otherUnfinished) {
    return new Findings(
        states,
        transitions,
        schedules,
        histories,
        worstDecisionSlots,
        worstMessages,
        otherBroken,
        otherUnfinished,
        layers);
  }

  /** In how many ways that state is reached. */
  static BigInteger ways(StateSet part, int place) {
    return BigInteger.valueOf(part.waysHigh(place))
        .shiftLeft(Long.SIZE)
        .add(new BigInteger(Long.toUnsignedString(part.waysLow(place))));
  }

  public boolean holds() {
    return broken.isEmpty();
  }
}
