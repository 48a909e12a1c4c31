package org.deltabed.wiring;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lines of a Raspberry Pi may carry which wire (F10, F41). They hold where pins are moved by
 * {@code gpio} and the board is a Pi; a line of anything else is not known here.
 */
final class GpioLineRules {
  private static final Set<String> UARTS = Set.of("/dev/ttyAMA0", "/dev/ttyS0", "/dev/serial0");
  private static final Set<String> UART_LINES = Set.of("GPIO14", "GPIO15");
  private static final Set<String> ID_LINES = Set.of("GPIO0", "GPIO1");
  private static final Set<String> I2C_LINES = Set.of("GPIO2", "GPIO3");
  private static final Set<String> RAILS = Set.of("3V3", "5V");

  private final YamlDocument document;

  private GpioLineRules(YamlDocument document) {
    this.document = document;
  }

  /**
   * @param nodes in the order of the file
   */
  static void check(
      List<NodeSpec> nodes, CoordinatorSpec coordinator, PinsSpec pins, YamlDocument document) {
    if (!pins.driver().equals("gpio")) {
      return;
    }
    GpioLineRules rules = new GpioLineRules(document);
    if (coordinator.syncs() && PiHeader.isOn(coordinator.board())) {
      rules.checkLine(coordinator.sync(), coordinator.tap(), "/coordinator/sync");
      rules.checkIdle("sync", coordinator.sync(), "low", "/coordinator/sync");
    }
    for (int i = 0; i < nodes.size(); i++) {
      rules.checkNode(nodes.get(i), coordinator, "/nodes/" + i + "/pins/");
    }
  }

  private void checkNode(NodeSpec node, CoordinatorSpec coordinator, String pins) {
    for (Map.Entry<String, PinWire> pin : node.wires().entrySet()) {
      PinWire wire = pin.getValue();
      String at = pins + pin.getKey();
      if (!wire.nodeLine().isEmpty() && PiHeader.isOn(node.made().board())) {
        checkNodeEnd(node, pin.getKey(), wire.nodeLine(), at);
      }
      if (!wire.coordinatorLine().isEmpty() && PiHeader.isOn(coordinator.board())) {
        checkLine(wire.coordinatorLine(), coordinator.tap(), at);
        checkCoordinatorEnd(node, pin.getKey(), wire.coordinatorLine(), at);
      }
    }
  }

  private void checkNodeEnd(NodeSpec node, String use, String line, String at) {
    if (use.equals("sense")) {
      if (line.equals("5V")) {
        throw document.bad(
            at,
            "the sense wire ends at 5V, which destroys a GPIO line",
            "take the node's 3.3 V rail: node: 3V3");
      }
      if (line.equals("3V3")) {
        return;
      }
    }
    checkLine(line, node.serial(), at);
    if (use.equals("crash") || use.equals("direction")) {
      checkIdle(use, line, "low", at);
    }
  }

  private void checkCoordinatorEnd(NodeSpec node, String use, String line, String at) {
    if (use.equals("crash")) {
      checkIdle(use, line, "low", at);
    }
    if (use.equals("relay")) {
      boolean activeLow = node.power().setting("activeLow", "false").equals("true");
      checkIdle(use, line, activeLow ? "high" : "low", at);
    }
  }

  private void checkLine(String line, String serial, String at) {
    if (RAILS.contains(line)) {
      throw document.bad(
          at, line + " is a supply rail, not a line", "use one of GPIO4 to GPIO27 for this end");
    }
    if (PiHeader.of(line).isEmpty() || !line.startsWith("GPIO")) {
      throw document.bad(
          at,
          line + " is not on the 40-pin header",
          "use one of GPIO4 to GPIO27, the chip's numbers and not the header's");
    }
    if (ID_LINES.contains(line)) {
      throw document.bad(
          at,
          line + " is kept for the memory of a HAT, which is read at every start",
          "use one of GPIO4 to GPIO27");
    }
    if (I2C_LINES.contains(line)) {
      throw document.bad(
          at,
          line + " has a fixed pull-up of 1.8 kilohm on the board",
          "use one of GPIO4 to GPIO27");
    }
    if (UARTS.contains(serial) && UART_LINES.contains(line)) {
      throw document.bad(
          at,
          line + " is a line of the serial port " + serial,
          "use another line, or an adapter on USB");
    }
  }

  /** Until its program runs, a line stands where the board's own pull puts it. */
  private void checkIdle(String use, String line, String idle, String at) {
    String pull = PiHeader.pullAtPowerOn(line);
    if (pull.equals("up") == idle.equals("high")) {
      return;
    }
    throw document.bad(
        at,
        line
            + " is pulled "
            + pull
            + " from power-on, but "
            + use
            + " must be "
            + idle
            + " when idle",
        idle.equals("low") ? "use one of GPIO9 to GPIO27" : "use one of GPIO4 to GPIO8");
  }
}
