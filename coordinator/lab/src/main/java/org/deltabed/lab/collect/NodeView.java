package org.deltabed.lab.collect;

import java.util.Map;

/**
 * What a node last said of itself.
 *
 * @param node id
 * @param boot which start of the node says it
 * @param state {@code listen}, {@code coldStart} or {@code joined}
 * @param round of the bus, when it was said
 * @param heard bit set of the processes heard in the last round, process p is bit p - 1
 * @param run the run it is in, or was in last
 * @param runState {@code idle}, {@code prepared}, {@code armed}, {@code running} or {@code ended}
 * @param spools last sequence number of each boot whose spool the node holds
 * @param wiringHash of the wiring it runs with
 * @param seenNs when the lab received it
 */
public record NodeView(
    int node,
    int boot,
    String state,
    long round,
    long heard,
    String run,
    String runState,
    Map<Integer, Long> spools,
    String wiringHash,
    long seenNs) {

  /** Whether it takes part in the cycle. */
  public boolean joined() {
    return state.equals("joined");
  }
}
