package org.deltabed.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link VirtualSpec} in the resolved testbed's JSON, both ways. */
final class ResolvedVirtual {

  private ResolvedVirtual() {}

  static Map<String, Object> tree(VirtualSpec virtual) {
    return new TreeMap<>(
        Map.of(
            "clocks", virtual.clocks().stream().map(ResolvedVirtual::tree).toList(),
            "miswired", virtual.miswired().stream().map(ResolvedVirtual::tree).toList()));
  }

  private static Map<String, Object> tree(VirtualSpec.SkewedClock clock) {
    return new TreeMap<>(
        Map.of(
            "node", (long) clock.node(),
            "offsetNs", clock.offsetNs(),
            "driftPpm", (long) clock.driftPpm()));
  }

  private static Map<String, Object> tree(Miswiring miswiring) {
    return new TreeMap<>(
        switch (miswiring) {
          case Miswiring.Swapped it ->
              of("swapped", it.node(), "other", (long) it.other(), "use", it.use());
          case Miswiring.Dead it -> of("dead", it.node(), "use", it.use());
          case Miswiring.Shorted it ->
              of("shorted", it.node(), "other", (long) it.other(), "use", it.use());
          case Miswiring.NoTerminator _ -> Map.of("kind", "noTerminator");
          case Miswiring.WrongBaudRate it ->
              of("baudRate", it.node(), "baudRate", (long) it.baudRate());
          case Miswiring.ClaimsId it ->
              of("claimsId", it.node(), "claimedId", (long) it.claimedId());
        });
  }

  private static Map<String, Object> of(String kind, int node, String key, Object value) {
    return Map.of("kind", kind, "node", (long) node, key, value);
  }

  private static Map<String, Object> of(
      String kind, int node, String key, Object value, String more, Object moreValue) {
    return Map.of("kind", kind, "node", (long) node, key, value, more, moreValue);
  }

  static VirtualSpec read(JsonTree virtual) {
    List<VirtualSpec.SkewedClock> clocks = new ArrayList<>();
    virtual
        .maps("clocks")
        .forEach(
            clock ->
                clocks.add(
                    new VirtualSpec.SkewedClock(
                        clock.int32("node"), clock.integer("offsetNs"), clock.int32("driftPpm"))));
    List<Miswiring> miswired = new ArrayList<>();
    virtual.maps("miswired").forEach(it -> miswired.add(miswiring(it)));
    return new VirtualSpec(clocks, miswired);
  }

  private static Miswiring miswiring(JsonTree it) {
    return switch (it.text("kind")) {
      case "swapped" -> new Miswiring.Swapped(it.int32("node"), it.int32("other"), it.text("use"));
      case "dead" -> new Miswiring.Dead(it.int32("node"), it.text("use"));
      case "shorted" -> new Miswiring.Shorted(it.int32("node"), it.int32("other"), it.text("use"));
      case "noTerminator" -> new Miswiring.NoTerminator();
      case "baudRate" -> new Miswiring.WrongBaudRate(it.int32("node"), it.int32("baudRate"));
      case "claimsId" -> new Miswiring.ClaimsId(it.int32("node"), it.int32("claimedId"));
      default -> throw new IllegalArgumentException("miswiring " + it.text("kind"));
    };
  }
}
