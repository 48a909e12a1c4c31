package org.deltabed.simulator.automaton;

import java.util.Set;
import java.util.TreeSet;
import org.deltabed.protocol.Direction;

/**
 * Which events are logged: those that the properties in question read. The fewer, the fewer states.
 *
 * @param instances the instances whose upper interface is observed
 * @param requests whether requests are logged too, and not indications alone
 * @param timed whether each event is logged with its slot: where a property counts slots
 * @param ordered whether each request is logged with how many indications came before it, and where
 */
public record Observed(Set<String> instances, boolean requests, boolean timed, boolean ordered) {
  public Observed {
    instances = java.util.Collections.unmodifiableSet(new TreeSet<>(instances));
  }

  /** Without the order of events of different processes. */
  public Observed(Set<String> instances, boolean requests, boolean timed) {
    this(instances, requests, timed, false);
  }

  /** All events of these instances, in their order, without their slots. */
  public static Observed of(Set<String> instances) {
    return new Observed(instances, true, false);
  }

  boolean covers(String instance, Direction direction) {
    return (requests || direction == Direction.INDICATION) && instances.contains(instance);
  }
}
