package org.deltabed.wiring;

import java.util.List;
import java.util.Optional;

/**
 * What a virtual testbed does to itself, for practice and for tests: clocks that differ, wires that
 * are wrong.
 */
public record VirtualSpec(List<SkewedClock> clocks, List<Miswiring> miswired) {

  /** All as it should be. */
  public static final VirtualSpec NONE = new VirtualSpec(List.of(), List.of());

  public VirtualSpec {
    clocks = List.copyOf(clocks);
    miswired = List.copyOf(miswired);
  }

  /** The clock of a node, if it is not the machine's. */
  public Optional<SkewedClock> clockOf(int node) {
    return clocks.stream().filter(clock -> clock.node() == node).findFirst();
  }

  /** The id that a node was set up with. */
  public int claimedBy(int node) {
    return miswired.stream()
        .filter(it -> it instanceof Miswiring.ClaimsId claims && claims.node() == node)
        .mapToInt(it -> ((Miswiring.ClaimsId) it).claimedId())
        .findFirst()
        .orElse(node);
  }

  /**
   * A node whose monotonic clock is not the machine's.
   *
   * @param node id
   * @param offsetNs added to the machine's clock, at the machine's time 0
   * @param driftPpm by how much it runs fast (slow if negative)
   */
  public record SkewedClock(int node, long offsetNs, int driftPpm) {}
}
