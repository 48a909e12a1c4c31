package org.deltabed.wiring;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One node.
 *
 * @param id number of the node, 1 to 64, kept when slots are dealt anew
 * @param name name for reports
 * @param slot the slot it owns, 0 to n - 1; its process rank is {@code slot + 1}
 * @param serial serial device on the node, or {@link #VIRTUAL}
 * @param wires its pins' wires by use ({@code crash alive relay sense sync direction}), sorted by
 *     use; a use without a wire is absent
 * @param power how its power is cut
 * @param made what it is made of
 */
public record NodeSpec(
    int id,
    String name,
    int slot,
    String serial,
    Map<String, PinWire> wires,
    PowerSpec power,
    BoardSpec made) {

  /** The {@code serial} of a node on the virtual bus. */
  public static final String VIRTUAL = "virtual";

  public NodeSpec {
    if (id < 1 || id > Testbed.NODES_MAX || slot < 0 || slot >= Testbed.NODES_MAX) {
      throw new IllegalArgumentException("node id " + id + " in slot " + slot);
    }
    wires = Collections.unmodifiableMap(new TreeMap<>(wires));
  }

  /** A node of which no board is named, whose lines have one name at both ends. */
  public NodeSpec(
      int id, String name, int slot, String serial, Map<String, String> pins, String powerBy) {
    this(id, name, slot, serial, joined(pins), PowerSpec.by(powerBy), BoardSpec.UNSAID);
  }

  private static Map<String, PinWire> joined(Map<String, String> pins) {
    Map<String, PinWire> wires = new TreeMap<>();
    pins.forEach((use, line) -> wires.put(use, PinWire.joined(line)));
    return wires;
  }

  /** The rank of this node's process in the protocols, 1 to n. */
  public int process() {
    return slot + 1;
  }

  /** Whether it is a process on the virtual bus. */
  public boolean isVirtual() {
    return serial.equals(VIRTUAL);
  }

  /** Its own lines by use; a use whose wire does not end at it is absent. */
  public Map<String, String> pins() {
    return ends(PinWire::nodeLine);
  }

  /** The coordinator's lines for it by use; a use whose wire does not end there is absent. */
  public Map<String, String> coordinatorPins() {
    return ends(PinWire::coordinatorLine);
  }

  private Map<String, String> ends(Function<PinWire, String> end) {
    Map<String, String> lines = new TreeMap<>();
    wires.forEach(
        (use, wire) -> {
          if (!end.apply(wire).isEmpty()) {
            lines.put(use, end.apply(wire));
          }
        });
    return Collections.unmodifiableMap(lines);
  }
}
