package org.deltabed.wiring.draw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.PowerSpec;
import org.deltabed.wiring.Testbed;

/**
 * What to buy, counted from the description. Only what a description tells: no cases, no tools, no
 * network.
 */
public final class PartsList {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, String> advice = new LinkedHashMap<>();
  private final Testbed testbed;

  private PartsList(Testbed testbed) {
    this.testbed = testbed;
  }

  /** Comma-separated lines {@code count,part,look for}, the parts in the order of assembly. */
  public static String of(Testbed testbed) {
    PartsList list = new PartsList(testbed);
    if (!testbed.nodes().getFirst().isVirtual()) {
      list.boards();
      list.adapters();
      list.power();
      list.passive();
    }
    StringBuilder out = new StringBuilder("count,part,look for\n");
    list.counts.forEach(
        (part, count) ->
            out.append(count)
                .append(',')
                .append(quoted(part))
                .append(',')
                .append(quoted(list.advice.get(part)))
                .append('\n'));
    return out.toString();
  }

  private void boards() {
    for (NodeSpec node : testbed.nodes()) {
      board(node.made().board(), "node");
    }
    board(testbed.coordinator().board(), "coordinator");
    if (testbed.nodes().stream().anyMatch(node -> node.made().board().equals("zero2w"))) {
      nodes(
          "zero2w",
          1,
          "40-pin header for a Zero 2 W",
          "soldered on; or buy the board with it (WH)");
    }
  }

  private void board(String board, String role) {
    if (board.isEmpty()) {
      return;
    }
    add(
        1,
        Kit.board(board) + ", " + role,
        role.equals("node")
            ? "all of one revision, so that they are alike in time"
            : "never pulled");
    if (!board.equals("pc")) {
      add(
          1,
          "microSD card, 16 GB or more",
          "an endurance type with power-loss protection; buy two spare ones");
      add(
          1,
          "supply " + Kit.supply(board) + ", " + Kit.supplySocket(board),
          "the maker's own; a weak one browns out and looks like a crash");
    }
  }

  private void nodes(String board, int each, String part, String lookFor) {
    testbed.nodes().stream()
        .filter(node -> node.made().board().equals(board))
        .forEach(_ -> add(each, part, lookFor));
  }

  private void adapters() {
    for (NodeSpec node : testbed.nodes()) {
      String adapter = node.made().adapter();
      add(1, Kit.adapter(adapter), lookFor(adapter));
      if (adapter.equals("rs485-hat")) {
        add(
            1,
            "stacking header, 40 pins, long",
            "lifts the HAT and leaves its pins free for the GPIO wires");
      }
    }
    if (testbed.coordinator().taps()) {
      add(
          1,
          "USB RS-485 adapter for the tap",
          "FTDI chip; a GND terminal; it may keep its terminator, since it ends the bus");
    }
  }

  private static String lookFor(String adapter) {
    return switch (adapter) {
      case "rs485-hat" ->
          "turns around by itself; on the UART and not on SPI; 3.3 V transceiver; terminator by jumper";
      case "usb-ftdi" ->
          "FT232R or FT232H with TXDEN; a GND terminal; terminator by jumper or none";
      case "usb-ch340" -> "TNOW drives the direction; a GND terminal; terminator by jumper or none";
      case "max3485" ->
          "four wires to the board, turns around by itself; 3.3 V chip, not MAX485; terminator that can be removed";
      default -> "turns around by itself";
    };
  }

  private void power() {
    for (NodeSpec node : testbed.nodes()) {
      PowerSpec power = node.power();
      switch (power.by()) {
        case "relay" -> {
          add(1, "relay with COM, NC and NO", relayAdvice(power));
          add(
              1,
              "supply cable to cut open, " + Kit.supplySocket(node.made().board()),
              "its 5 V wire goes through the relay; 0.75 mm2 or short");
        }
        case "usb-relay" ->
            add(1, "channel of a USB relay board", "LCUS type, contacts for 5 A at 30 V");
        case "tasmota" ->
            add(
                1,
                "plug with Tasmota",
                "MQTT set up; PowerOnState 1, so that it is on after a mains failure");
        case "shelly" -> add(1, "Shelly plug", "MQTT set up; power-on default on");
        case "person" ->
            add(
                1,
                "inline switch or short extension for the supply, "
                    + Kit.supplySocket(node.made().board()),
                "spares the board's own socket");
        default -> {}
      }
    }
    if (testbed.nodes().stream().anyMatch(node -> node.power().by().equals("relay"))) {
      add(
          1,
          "supply 5 V 1 A for the relays' coils",
          "a coil draws 0.07 to 0.1 A, more than a GPIO pin or the 3.3 V rail may give");
    }
  }

  private static String relayAdvice(PowerSpec power) {
    String trigger = power.setting("activeLow", "false").equals("true") ? "low" : "high";
    return "pulls in at a "
        + trigger
        + " level of 3.3 V; contacts for 5 A at 30 V; a module of several will do";
  }

  private void passive() {
    for (Wire wire : WireList.of(testbed)) {
      if (!wire.resistor().isEmpty()) {
        add(1, "resistor " + wire.resistor() + ", 0.25 W", "1 % metal film; buy ten");
      }
    }
    strip(WireList.SYNC_STRIP);
    strip(WireList.GND_STRIP);
    int signals =
        (int)
            WireList.of(testbed).stream()
                .filter(
                    wire ->
                        List.of("crash", "alive", "sync", "sense", "relay", "ground")
                            .contains(wire.use()))
                .count();
    add(
        signals,
        "GPIO wire with sockets, at most 1 m",
        "in the colours of the pin table; sockets held together by tape or a housing");
    add(
        1,
        "twisted pair and one more wire for the bus",
        "CAT5 does: one pair for A and B, both wires of another for C; 10 m at most for this table");
    add(1, "sheet of wire numbers", "one at both ends of every wire");
  }

  private void strip(String name) {
    int ends =
        (int)
            WireList.of(testbed).stream()
                .filter(wire -> wire.from().place().equals(name) || wire.to().place().equals(name))
                .count();
    if (ends > 0) {
      add(1, name + ", " + ends + " terminals", "screw or lever terminals, bridged");
    }
  }

  private void add(int count, String part, String lookFor) {
    counts.merge(part, count, Integer::sum);
    advice.putIfAbsent(part, lookFor);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
