package org.deltabed.simulator.flp;

import java.util.List;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.schedule.AsyncSchedule;

/**
 * A run in which nobody decides, and why nobody had to.
 *
 * @param initial the initial configurations X0 to Xn, of which the first i processes propose 1
 * @param chosen the number of the one that the run begins in: it is bivalent
 * @param steps each ends in a bivalent configuration
 * @param toZero the deliveries with which the last configuration would lead to the decision 0
 * @param toOne those that would lead to 1
 * @param schedule all that was delivered, for the simulator
 * @param valences how many configurations were given a valence for this
 */
public record FlpRun(
    List<Initial> initial,
    int chosen,
    List<Step> steps,
    List<Pending> toZero,
    List<Pending> toOne,
    AsyncSchedule schedule,
    int valences) {
  /** An initial configuration. */
  public record Initial(List<Value> proposals, Valence valence) {}

  /**
   * One application of Lemma 2.
   *
   * @param oldest the message that had to be delivered
   * @param atOnce the valence if it had been delivered at once
   * @param before what was delivered before it, so that the configuration stays bivalent
   * @param tried how many sequences were tried
   */
  public record Step(Pending oldest, Valence atOnce, List<Pending> before, int tried) {
    /** The page's name for the configuration that the step begins in. */
    public String kind() {
      return switch (atOnce) {
        case ZERO -> "0*";
        case ONE -> "1*";
        default -> "bivalent*";
      };
    }
  }

  public FlpRun {
    initial = List.copyOf(initial);
    steps = List.copyOf(steps);
    toZero = List.copyOf(toZero);
    toOne = List.copyOf(toOne);
  }
}
