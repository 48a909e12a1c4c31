package org.deltabed.wiring.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.wiring.CoordinatorSpec;
import org.deltabed.wiring.HeaderPin;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.PiHeader;
import org.deltabed.wiring.PinWire;
import org.deltabed.wiring.Testbed;

/** All wires of a testbed: those that its description names, and those that follow from it. */
public final class WireList {
  static final String COORDINATOR = "coordinator";
  static final String SYNC_STRIP = "SYNC strip";
  static final String GND_STRIP = "GND strip";
  static final String BUS = "bus";
  static final String TAP = "tap";
  static final String BIAS_SUPPLY = "bias supply";
  static final String COIL_SUPPLY = "coil supply";

  /** The coordinator's ground pins: for the bias, for the bus's reference, for the strip. */
  private static final List<String> GROUNDS = List.of("20", "14", "39");

  private final List<Wire> wires = new ArrayList<>();
  private final Set<String> relayBoards = new HashSet<>();
  private final Testbed testbed;
  private final CoordinatorSpec coordinator;
  private final boolean virtual;
  private final boolean headers;

  private WireList(Testbed testbed) {
    this.testbed = testbed;
    coordinator = testbed.coordinator();
    virtual = testbed.nodes().getFirst().isVirtual();
    headers = testbed.pins().driver().equals("gpio");
  }

  /** The wires, the coordinator's own first, then node by node in the order of slots. */
  public static List<Wire> of(Testbed testbed) {
    WireList list = new WireList(testbed);
    list.tap();
    if (!list.virtual) {
      list.bus();
    }
    list.strips();
    list.coils();
    testbed.nodes().forEach(list::node);
    return List.copyOf(list.wires);
  }

  private void tap() {
    if (!coordinator.taps()) {
      return;
    }
    if (virtual) {
      add("tap", "", WireEnd.at(BUS), WireEnd.at(COORDINATOR), "virtual", "");
      return;
    }
    link(COORDINATOR, TAP, "", Kit.link("", coordinator.tap()), coordinator.tap());
    drop(TAP, "");
  }

  private void bus() {
    BusBias bias = BusBias.of(testbed);
    String ohms = bias.ohms() + " " + Kit.OHM;
    boolean header = headers && PiHeader.isOn(coordinator.board());
    String supply = header ? COORDINATOR : BIAS_SUPPLY;
    WireEnd plus = header ? new WireEnd(supply, "17", "3V3") : WireEnd.at(supply, "+5 V");
    add("bias", "", plus, WireEnd.at(BUS, "A"), "red", ohms);
    add("bias", "", ground(supply, header, 0), WireEnd.at(BUS, "B"), "black", ohms);
    add("reference", "", ground(supply, header, 1), WireEnd.at(BUS, "C"), "black", Kit.REFERENCE);
    String end = BusBias.TERMINATOR_OHMS + " " + Kit.OHM;
    add("terminator", "", WireEnd.at(BUS, "A"), WireEnd.at(BUS, "B"), "first end", end);
    add("terminator", "", WireEnd.at(BUS, "A"), WireEnd.at(BUS, "B"), "last end", end);
  }

  private void strips() {
    if (coordinator.syncs()) {
      add("sync", "", line(COORDINATOR, coordinator.sync()), WireEnd.at(SYNC_STRIP), "green", "");
    }
    if (!virtual && testbed.nodes().stream().anyMatch(this::needsGround)) {
      boolean header = headers && PiHeader.isOn(coordinator.board());
      add("ground", "", ground(COORDINATOR, header, 2), WireEnd.at(GND_STRIP), "black", "");
    }
  }

  /** Relay coils draw more than a board may give, so they have a supply of their own. */
  private void coils() {
    if (virtual || testbed.nodes().stream().noneMatch(it -> it.power().by().equals("relay"))) {
      return;
    }
    WireEnd strip = WireEnd.at(GND_STRIP);
    add("coils", "", WireEnd.at(COIL_SUPPLY, "+5 V"), WireEnd.at("all relays", "VCC"), "red", "");
    add("coils", "", WireEnd.at(COIL_SUPPLY, "0 V"), strip, "black", "");
    add("coils", "", WireEnd.at("all relays", "GND"), strip, "black", "");
  }

  private void node(NodeSpec node) {
    Map<String, PinWire> pins = node.wires();
    if (!virtual && needsGround(node)) {
      add("ground", node.name(), WireEnd.at(GND_STRIP), groundOf(node), "black", "");
    }
    signal(node, "crash", pins.get("crash"));
    signal(node, "alive", pins.get("alive"));
    signal(node, "sync", pins.get("sync"));
    signal(node, "sense", pins.get("sense"));
    if (virtual) {
      signal(node, "relay", pins.get("relay"));
      add("bus", node.name(), WireEnd.at(node.name()), WireEnd.at(BUS), "virtual", "");
      return;
    }
    PowerWires.of(node, relayBoards).forEach(it -> add(it, node));
    String adapter = "adapter " + node.id();
    link(
        node.name(),
        adapter,
        node.name(),
        Kit.link(node.made().adapter(), node.serial()),
        node.serial());
    PinWire direction = pins.get("direction");
    if (direction != null) {
      String colour = colour(direction, "direction");
      WireEnd enable = WireEnd.at(adapter, "DE+RE");
      add("direction", node.name(), line(node.name(), direction.nodeLine()), enable, colour, "");
    }
    drop(adapter, node.name());
  }

  private void add(Wire wire, NodeSpec node) {
    WireEnd from =
        wire.from().place().equals(COORDINATOR) && !wire.from().line().isEmpty()
            ? line(COORDINATOR, wire.from().line())
            : wire.from();
    add(wire.use(), node.name(), from, wire.to(), wire.colour(), wire.resistor());
  }

  private void signal(NodeSpec node, String use, PinWire wire) {
    if (wire == null) {
      return;
    }
    WireEnd there = wire.nodeLine().isEmpty() ? null : line(node.name(), wire.nodeLine());
    WireEnd here =
        wire.coordinatorLine().isEmpty() ? null : line(COORDINATOR, wire.coordinatorLine());
    String colour = colour(wire, use);
    String series = virtual ? "" : Kit.series(use, testbed.n());
    if (use.equals("sync")) {
      add(use, node.name(), WireEnd.at(SYNC_STRIP), there, colour, series);
    } else if (use.equals("relay")) {
      add(use, node.name(), here, WireEnd.at("power of " + node.name()), colour, "");
    } else if (use.equals("crash")) {
      add(use, node.name(), here, there, colour, series);
    } else {
      add(use, node.name(), there, here, colour, series);
    }
  }

  private void link(String board, String adapter, String node, String how, String serial) {
    switch (how) {
      case "header" ->
          add("header", node, WireEnd.at(board, "header"), WireEnd.at(adapter), "plugged on", "");
      case "usb" ->
          add("usb", node, new WireEnd(board, "USB", serial), WireEnd.at(adapter), "usb", "");
      default -> {
        add("data", node, line(board, "GPIO14"), WireEnd.at(adapter, "DI"), "orange", "");
        add("data", node, WireEnd.at(adapter, "RO"), line(board, "GPIO15"), "yellow", "");
        add("supply", node, new WireEnd(board, "1", "3V3"), WireEnd.at(adapter, "VCC"), "red", "");
        add(
            "supply",
            node,
            new WireEnd(board, "6", "GND"),
            WireEnd.at(adapter, "GND"),
            "black",
            "");
      }
    }
  }

  private void drop(String adapter, String node) {
    add("bus", node, WireEnd.at(adapter, "A"), WireEnd.at(BUS, "A"), "brown", "");
    add("bus", node, WireEnd.at(adapter, "B"), WireEnd.at(BUS, "B"), "white", "");
    add("bus", node, WireEnd.at(adapter, "GND"), WireEnd.at(BUS, "C"), "black", Kit.REFERENCE);
  }

  private boolean needsGround(NodeSpec node) {
    return node.wires().keySet().stream()
        .anyMatch(use -> !use.equals("direction") && !(virtual && use.equals("relay")));
  }

  /** Beside its other wires, so that one socket takes all of them. */
  private WireEnd groundOf(NodeSpec node) {
    TreeSet<Integer> used = new TreeSet<>();
    node.pins()
        .values()
        .forEach(line -> PiHeader.of(line).ifPresent(pin -> used.add(pin.number())));
    if (!headers || !PiHeader.isOn(node.made().board()) || used.isEmpty()) {
      return WireEnd.at(node.name(), "GND");
    }
    HeaderPin pin = PiHeader.groundNear(used.first());
    return new WireEnd(node.name(), Integer.toString(pin.number()), pin.name());
  }

  private static WireEnd ground(String place, boolean header, int which) {
    return header ? new WireEnd(place, GROUNDS.get(which), "GND") : WireEnd.at(place, "GND");
  }

  private WireEnd line(String place, String line) {
    boolean onHeader =
        headers && PiHeader.isOn(place.equals(COORDINATOR) ? coordinator.board() : boardOf(place));
    String pin =
        onHeader ? PiHeader.of(line).map(it -> Integer.toString(it.number())).orElse("") : "";
    return new WireEnd(place, pin, line);
  }

  private String boardOf(String name) {
    return testbed.nodes().stream()
        .filter(node -> node.name().equals(name))
        .map(node -> node.made().board())
        .findFirst()
        .orElse("");
  }

  private static String colour(PinWire wire, String use) {
    return wire.colour().isEmpty() ? Ink.usual(use) : wire.colour();
  }

  private void add(
      String use, String node, WireEnd from, WireEnd to, String colour, String resistor) {
    wires.add(new Wire("W" + (wires.size() + 1), use, node, from, to, colour, resistor));
  }
}
