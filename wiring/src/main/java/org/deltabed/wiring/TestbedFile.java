package org.deltabed.wiring;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Loads testbed descriptions: YAML as {@code testbed.schema.json} says, and rules beyond it. */
public final class TestbedFile {
  private static final long NS_PER_US = 1_000;

  private TestbedFile() {}

  /**
   * Loads and checks a description.
   *
   * @throws BadInput naming line, rule and remedy, if it cannot be read or breaks a rule
   */
  public static Testbed load(Path file) {
    return of(StrictYaml.read(file));
  }

  /** The testbed of a document that was read already, with the same checks as {@link #load}. */
  public static Testbed of(YamlDocument document) {
    TestbedSchema.CHECK.check(document);
    JsonNode root = document.root();
    List<NodeSpec> nodes = NodeReading.nodes(root.path("nodes"));
    NodeRules.check(nodes, document);
    BusRules.check(root, document);
    CoordinatorSpec coordinator = coordinator(root.path("coordinator"));
    VirtualSpec virtual = VirtualReading.of(root.path("virtual"), document);
    PinsSpec pins = new PinsSpec(root.path("pins").path("driver").asString("virtual"));
    WireRules.check(nodes, coordinator, virtual, document);
    GpioLineRules.check(nodes, coordinator, pins, document);
    JitterRange jitter = jitterRange(root.path("bus"));
    Testbed testbed =
        new Testbed(
            root.path("name").asString(),
            nodes,
            bus(root.path("bus"), jitter.minNs()),
            clock(root.path("clock")),
            broker(root.path("broker")),
            pins,
            jitter,
            ns(root.path("bus"), "slotUs"),
            coordinator,
            virtual);
    BrokerRules.check(testbed.broker(), document);
    BoundRules.check(testbed, document);
    return testbed;
  }

  private static JitterRange jitterRange(JsonNode bus) {
    return bus.path("receiveJitterUs").isString()
        ? new JitterRange(ns(bus, "receiveJitterUsMin"), ns(bus, "receiveJitterUsMax"), true)
        : JitterRange.fixed(ns(bus, "receiveJitterUs"));
  }

  private static BusSpec bus(JsonNode bus, long jitterNs) {
    return new BusSpec(
        bus.path("baudRate").intValue(),
        bus.path("frameBytesMax").intValue(),
        bus.path("subFrames").intValue(),
        ns(bus, "turnaroundUs"),
        jitterNs,
        ns(bus, "guardUs"),
        bus.path("echo").asBoolean(false));
  }

  private static ClockSpec clock(JsonNode clock) {
    return new ClockSpec(
        ns(clock, "precisionUs"),
        clock.path("driftPpmMax").intValue(),
        clock.path("shared").asBoolean(false));
  }

  private static BrokerSpec broker(JsonNode broker) {
    return new BrokerSpec(
        broker.path("kind").asString().equals("embedded"),
        broker.path("host").asString("127.0.0.1"),
        broker.path("port").asInt(0),
        broker.path("tls").asBoolean(false));
  }

  private static CoordinatorSpec coordinator(JsonNode coordinator) {
    return new CoordinatorSpec(
        coordinator.path("board").asString(""),
        coordinator.path("chip").asString(""),
        coordinator.path("tap").asString(""),
        coordinator.path("sync").asString(""));
  }

  /** A time in nanoseconds; 0 where the key is absent. */
  private static long ns(JsonNode parent, String keyUs) {
    return parent.path(keyUs).asLong(0) * NS_PER_US;
  }

  /** Parsed when the first description is loaded, once. */
  private static final class TestbedSchema {
    static final SchemaCheck CHECK = SchemaCheck.of(resource());

    private static InputStream resource() {
      InputStream in = TestbedFile.class.getResourceAsStream("testbed.schema.json");
      if (in == null) {
        throw new IllegalStateException("testbed.schema.json is not in the jar");
      }
      return in;
    }
  }
}
