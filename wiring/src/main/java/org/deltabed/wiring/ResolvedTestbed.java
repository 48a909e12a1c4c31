package org.deltabed.wiring;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The canonical JSON of a testbed. Keys are sorted, numbers are integers, times are nanoseconds,
 * there is no white space: equal testbeds give equal bytes, and the hash is over these bytes. Only
 * jackson-core is used here, since agents compute the hash as well.
 */
final class ResolvedTestbed {
  /** Version of this format; a reader refuses others. */
  static final long FORMAT = 2;

  private static final int HASH_CHARS = 16;

  private ResolvedTestbed() {}

  static String toJson(Testbed testbed) {
    StringWriter out = new StringWriter();
    JsonFactory factory = JsonFactory.builder().build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      write(json, tree(testbed));
    }
    return out.toString();
  }

  static String hash(Testbed testbed) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(toJson(testbed).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_CHARS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Map<String, Object> tree(Testbed testbed) {
    JitterRange range = testbed.receiveJitterRange();
    Map<String, Object> tree = new TreeMap<>();
    tree.put("format", FORMAT);
    tree.put("name", testbed.name());
    tree.put("nodes", testbed.nodes().stream().map(ResolvedTestbed::tree).toList());
    tree.put("bus", tree(testbed.bus()));
    tree.put("clock", tree(testbed.clock()));
    tree.put("broker", tree(testbed.broker()));
    tree.put("pins", Map.of("driver", testbed.pins().driver()));
    tree.put(
        "receiveJitterRange",
        new TreeMap<>(
            Map.of("minNs", range.minNs(), "maxNs", range.maxNs(), "measured", range.measured())));
    tree.put("slotNsMin", testbed.slotNsMin());
    tree.put("coordinator", tree(testbed.coordinator()));
    tree.put("virtual", ResolvedVirtual.tree(testbed.virtual()));
    return tree;
  }

  private static Map<String, Object> tree(NodeSpec node) {
    Map<String, Object> wires = new TreeMap<>();
    node.wires().forEach((use, wire) -> wires.put(use, tree(wire)));
    Map<String, Object> tree = new TreeMap<>();
    tree.put("id", (long) node.id());
    tree.put("name", node.name());
    tree.put("slot", (long) node.slot());
    tree.put("serial", node.serial());
    tree.put("wires", wires);
    tree.put(
        "power",
        new TreeMap<>(Map.of("by", node.power().by(), "settings", node.power().settings())));
    tree.put(
        "made",
        new TreeMap<>(
            Map.of(
                "board", node.made().board(),
                "adapter", node.made().adapter(),
                "direction", node.made().direction())));
    return tree;
  }

  private static Map<String, Object> tree(PinWire wire) {
    return new TreeMap<>(
        Map.of(
            "node", wire.nodeLine(),
            "coordinator", wire.coordinatorLine(),
            "colour", wire.colour()));
  }

  private static Map<String, Object> tree(CoordinatorSpec coordinator) {
    return new TreeMap<>(
        Map.of(
            "board", coordinator.board(),
            "chip", coordinator.chip(),
            "tap", coordinator.tap(),
            "sync", coordinator.sync()));
  }

  private static Map<String, Object> tree(BusSpec bus) {
    return new TreeMap<>(
        Map.of(
            "baudRate", (long) bus.baudRate(),
            "frameBytesMax", (long) bus.frameBytesMax(),
            "subFrames", (long) bus.subFrames(),
            "turnaroundNs", bus.turnaroundNs(),
            "receiveJitterNs", bus.receiveJitterNs(),
            "guardNs", bus.guardNs(),
            "echo", bus.echo()));
  }

  private static Map<String, Object> tree(ClockSpec clock) {
    return new TreeMap<>(
        Map.of(
            "precisionNs", clock.precisionNs(),
            "driftPpmMax", (long) clock.driftPpmMax(),
            "shared", clock.shared()));
  }

  private static Map<String, Object> tree(BrokerSpec broker) {
    return new TreeMap<>(
        Map.of(
            "embedded", broker.embedded(),
            "host", broker.host(),
            "port", (long) broker.port(),
            "tls", broker.tls()));
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case Long number -> json.writeNumber(number);
      case Boolean bool -> json.writeBoolean(bool);
      case String text -> json.writeString(text);
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach(
            (key, item) -> {
              json.writeName((String) key);
              write(json, item);
            });
        json.writeEndObject();
      }
      default -> throw new IllegalStateException("no JSON for " + value.getClass());
    }
  }
}
