package org.deltabed.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the canonical JSON of {@link Testbed#toJson}. It loads jackson-core and nothing else, since
 * an agent has little memory; a test proves it.
 */
public final class ResolvedTestbedReader {
  private ResolvedTestbedReader() {}

  /**
   * Reads a file.
   *
   * @throws BadInput if it cannot be read, is damaged, or is of another format
   */
  public static Testbed read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(StrictYaml.BYTES_MAX + 1);
      return parse(file.toString(), bytes);
    } catch (IOException e) {
      throw bad(file.toString(), "cannot be read: " + e);
    }
  }

  /**
   * Reads the JSON's bytes.
   *
   * @param name name of the file, for errors
   * @throws BadInput as {@link #read}
   */
  public static Testbed parse(String name, byte[] json) {
    if (json.length > StrictYaml.BYTES_MAX) {
      throw bad(name, "is larger than " + StrictYaml.BYTES_MAX + " bytes");
    }
    try {
      return testbed(JsonTree.parse(json));
    } catch (RuntimeException e) {
      // The tree's casts and the records' checks: this file is written by a program, so there is
      // no line to mend in it.
      throw bad(name, "is not a resolved testbed of format " + ResolvedTestbed.FORMAT + ": " + e);
    }
  }

  private static Testbed testbed(JsonTree root) {
    if (root.integer("format") != ResolvedTestbed.FORMAT) {
      throw new IllegalArgumentException("format " + root.integer("format"));
    }
    List<NodeSpec> nodes = new ArrayList<>();
    root.maps("nodes").forEach(node -> nodes.add(node(node)));
    JsonTree range = root.map("receiveJitterRange");
    return new Testbed(
        root.text("name"),
        nodes,
        bus(root.map("bus")),
        clock(root.map("clock")),
        broker(root.map("broker")),
        new PinsSpec(root.map("pins").text("driver")),
        new JitterRange(range.integer("minNs"), range.integer("maxNs"), range.flag("measured")),
        root.integer("slotNsMin"),
        coordinator(root.map("coordinator")),
        ResolvedVirtual.read(root.map("virtual")));
  }

  private static NodeSpec node(JsonTree node) {
    Map<String, PinWire> wires = new TreeMap<>();
    JsonTree named = node.map("wires");
    named.keys().forEach(use -> wires.put(use, wire(named.map(use))));
    JsonTree made = node.map("made");
    return new NodeSpec(
        node.int32("id"),
        node.text("name"),
        node.int32("slot"),
        node.text("serial"),
        wires,
        power(node.map("power")),
        new BoardSpec(made.text("board"), made.text("adapter"), made.text("direction")));
  }

  private static PinWire wire(JsonTree wire) {
    return new PinWire(wire.text("node"), wire.text("coordinator"), wire.text("colour"));
  }

  private static PowerSpec power(JsonTree power) {
    Map<String, String> settings = new TreeMap<>();
    JsonTree given = power.map("settings");
    given.keys().forEach(key -> settings.put(key, given.text(key)));
    return new PowerSpec(power.text("by"), settings);
  }

  private static CoordinatorSpec coordinator(JsonTree coordinator) {
    return new CoordinatorSpec(
        coordinator.text("board"),
        coordinator.text("chip"),
        coordinator.text("tap"),
        coordinator.text("sync"));
  }

  private static BusSpec bus(JsonTree bus) {
    return new BusSpec(
        bus.int32("baudRate"),
        bus.int32("frameBytesMax"),
        bus.int32("subFrames"),
        bus.integer("turnaroundNs"),
        bus.integer("receiveJitterNs"),
        bus.integer("guardNs"),
        bus.flag("echo"));
  }

  private static ClockSpec clock(JsonTree clock) {
    return new ClockSpec(
        clock.integer("precisionNs"), clock.int32("driftPpmMax"), clock.flag("shared"));
  }

  private static BrokerSpec broker(JsonTree broker) {
    return new BrokerSpec(
        broker.flag("embedded"), broker.text("host"), broker.int32("port"), broker.flag("tls"));
  }

  private static BadInput bad(String file, String rule) {
    return new BadInput(file, 0, rule, "have the coordinator write it anew");
  }
}
