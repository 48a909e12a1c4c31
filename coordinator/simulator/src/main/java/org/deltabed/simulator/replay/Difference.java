package org.deltabed.simulator.replay;

/**
 * The first thing that a node recorded and the simulator does otherwise. What comes after it in the
 * run follows from it.
 *
 * @param node its id
 * @param process its rank
 * @param round of the run, from 1
 * @param slot in the round, from 0
 * @param ref {@code file:line} of the record
 * @param recorded what stands there
 * @param simulated what the simulator does in its place
 */
public record Difference(
    int node, int process, long round, long slot, String ref, String recorded, String simulated) {

  @Override
  public String toString() {
    return "node "
        + node
        + " (p"
        + process
        + "), round "
        + round
        + ", slot "
        + slot
        + ", "
        + ref
        + ": recorded "
        + recorded
        + ", the simulator "
        + simulated;
  }
}
