package org.deltabed.wiring;

import java.util.Comparator;
import java.util.List;

/**
 * A testbed: all that the bounds, the agents and the coordinator need to know of its wiring.
 *
 * @param name name for reports
 * @param nodes 1 to 64 nodes sorted by slot; the node in slot s is process s + 1
 * @param bus the shared line, with the receive jitter now in force
 * @param clock what may be relied on of the clocks
 * @param broker where traces are collected
 * @param pins the driver of the lines
 * @param receiveJitterRange the jitters that a run may choose from
 * @param slotNsMin a slot is at least this long; 0 where the file leaves it to be computed
 * @param coordinator the lab machine's own ends
 * @param virtual what a virtual testbed does to itself
 */
public record Testbed(
    String name,
    List<NodeSpec> nodes,
    BusSpec bus,
    ClockSpec clock,
    BrokerSpec broker,
    PinsSpec pins,
    JitterRange receiveJitterRange,
    long slotNsMin,
    CoordinatorSpec coordinator,
    VirtualSpec virtual) {

  /** Process sets are bit sets of one long. */
  public static final int NODES_MAX = 64;

  /**
   * @throws IllegalArgumentException if the slots are not 0 to n - 1, or the bus's jitter is out of
   *     the range; files are checked by the loader first, with a better message
   */
  public Testbed {
    nodes = nodes.stream().sorted(Comparator.comparingInt(NodeSpec::slot)).toList();
    if (nodes.isEmpty() || nodes.size() > NODES_MAX) {
      throw new IllegalArgumentException(nodes.size() + " nodes");
    }
    for (int slot = 0; slot < nodes.size(); slot++) {
      if (nodes.get(slot).slot() != slot) {
        throw new IllegalArgumentException("slots are not 0 to " + (nodes.size() - 1));
      }
    }
    if (!receiveJitterRange.contains(bus.receiveJitterNs())) {
      throw new IllegalArgumentException(
          "receive jitter " + bus.receiveJitterNs() + " ns is not in " + receiveJitterRange);
    }
    if (slotNsMin < 0) {
      throw new IllegalArgumentException("slotNsMin " + slotNsMin);
    }
  }

  /** A testbed whose coordinator has no lines, and which is as it should be. */
  public Testbed(
      String name,
      List<NodeSpec> nodes,
      BusSpec bus,
      ClockSpec clock,
      BrokerSpec broker,
      PinsSpec pins,
      JitterRange receiveJitterRange,
      long slotNsMin) {
    this(
        name,
        nodes,
        bus,
        clock,
        broker,
        pins,
        receiveJitterRange,
        slotNsMin,
        CoordinatorSpec.NONE,
        VirtualSpec.NONE);
  }

  /** A testbed with virtual pins, a given jitter and computed slots. */
  public Testbed(
      String name, List<NodeSpec> nodes, BusSpec bus, ClockSpec clock, BrokerSpec broker) {
    this(
        name,
        nodes,
        bus,
        clock,
        broker,
        PinsSpec.VIRTUAL,
        JitterRange.fixed(bus.receiveJitterNs()),
        0);
  }

  /** Number of nodes. */
  public int n() {
    return nodes.size();
  }

  /** The node of process {@code p}, 1 to n. */
  public NodeSpec node(int p) {
    return nodes.get(p - 1);
  }

  /** The node with this id, which need not be its process rank. */
  public NodeSpec nodeById(int id) {
    return nodes.stream()
        .filter(node -> node.id() == id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no node has id " + id));
  }

  /** The bounds with the jitter now in force. */
  public Timing timing() {
    return Timing.of(this);
  }

  /**
   * This testbed with the jitter that a run has chosen.
   *
   * @throws IllegalArgumentException if it is out of {@link #receiveJitterRange}
   */
  public Testbed withReceiveJitterNs(long jitterNs) {
    return new Testbed(
        name,
        nodes,
        bus.withReceiveJitterNs(jitterNs),
        clock,
        broker,
        pins,
        receiveJitterRange,
        slotNsMin,
        coordinator,
        virtual);
  }

  /** This testbed with one clock for all, for records that all have the same clock's times. */
  public Testbed withSharedClock() {
    return new Testbed(
        name,
        nodes,
        bus,
        new ClockSpec(clock.precisionNs(), clock.driftPpmMax(), true),
        broker,
        pins,
        receiveJitterRange,
        slotNsMin,
        coordinator,
        virtual);
  }

  /** The resolved testbed as canonical JSON: sorted keys, no white space, one byte form. */
  public String toJson() {
    return ResolvedTestbed.toJson(this);
  }

  /** The first 16 hex digits of SHA-256 over {@link #toJson}; nodes and coordinator compare it. */
  public String hash() {
    return ResolvedTestbed.hash(this);
  }
}
