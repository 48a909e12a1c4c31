package org.deltabed.wiring;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One node.
 *
 * @param id number of the node, 1 to 64, kept when slots are dealt anew
 * @param name name for reports
 * @param slot the slot it owns, 0 to n - 1; its process rank is {@code slot + 1}
 * @param serial serial device on the node, or {@link #VIRTUAL}
 * @param pins line names by use ({@code crash}, {@code alive}, {@code relay}), sorted by use; a use
 *     without a line is absent
 * @param power how its power is cut: {@code process}, {@code relay} or {@code person}
 */
public record NodeSpec(
    int id, String name, int slot, String serial, Map<String, String> pins, String power) {

  /** The {@code serial} of a node on the virtual bus. */
  public static final String VIRTUAL = "virtual";

  public NodeSpec {
    if (id < 1 || id > Testbed.NODES_MAX || slot < 0 || slot >= Testbed.NODES_MAX) {
      throw new IllegalArgumentException("node id " + id + " in slot " + slot);
    }
    pins = Collections.unmodifiableMap(new TreeMap<>(pins));
  }

  /** The rank of this node's process in the protocols, 1 to n. */
  public int process() {
    return slot + 1;
  }
}
