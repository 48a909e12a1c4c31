package org.deltabed.wiring.draw;

import java.util.List;
import org.deltabed.wiring.NodeSpec;

/** A node's supply, and what cuts it. */
final class PowerLines {
  private final Sheet sheet;
  private final NodeSpec node;
  private final List<Wire> wires;
  private final int top;

  PowerLines(Sheet sheet, NodeSpec node, List<Wire> wires, int top) {
    this.sheet = sheet;
    this.node = node;
    this.wires = wires.stream().filter(PowerLines::isPower).toList();
    this.top = top;
  }

  private static boolean isPower(Wire wire) {
    boolean cable = wire.use().equals("usb") && wire.to().place().startsWith("relay");
    return cable || List.of("power", "mains", "relay").contains(wire.use());
  }

  int bottom() {
    if (node.isVirtual()) {
      return top + 16;
    }
    return top + (Kit.isRelay(node) ? 104 : 42);
  }

  void draw() {
    if (node.isVirtual()) {
      sheet.text("", Place.NODE + 8, top + 4, Kit.cut("power: " + node.power(), 34));
    } else if (Kit.isRelay(node)) {
      relay();
    } else if (node.power().by().equals("person")) {
      pulled();
    } else {
      switched();
    }
  }

  private void relay() {
    int control = top + 12;
    int plus = control + 36;
    int minus = plus + 32;
    supply(plus - 16, 62, "5 V", plus, "0 V", minus);
    sheet.box("part", Place.CUTTER, control - 16, Place.CUTTER_RIGHT - Place.CUTTER, 66);
    boolean usb = node.power().by().equals("usb-relay");
    String name = usb ? "channel " + node.power().setting("channel", "") : PowerWires.relay(node);
    sheet.text("b e", Place.CUTTER_RIGHT - 6, control + 4, name);
    if (usb) {
      sheet.text("s e", Place.CUTTER_RIGHT - 6, control + 16, "USB board");
    }
    sheet.text("s", Place.CUTTER + 4, plus - 8, "COM");
    sheet.text("s e", Place.CUTTER_RIGHT - 4, plus - 8, "NC");
    sheet.rule(
        "M%d %dH%dM%d %dH%dM%d %dL%d %d"
            .formatted(
                Place.CUTTER,
                plus,
                Place.CUTTER + 22,
                Place.CUTTER_RIGHT - 22,
                plus,
                Place.CUTTER_RIGHT,
                Place.CUTTER + 22,
                plus,
                Place.CUTTER_RIGHT - 18,
                plus - 3));
    for (Wire wire : wires) {
      sheet.open(wire);
      switch (wire.from().place()) {
        case WireList.COORDINATOR -> control(wire, control);
        default -> supplied(wire, wire.colour().equals("black") ? minus : plus);
      }
      sheet.close();
    }
  }

  private void control(Wire wire, int y) {
    String what = wire.use().equals("relay") ? "relay " + Kit.cut(node.name(), 12) + "  " : "";
    sheet.text("e", Place.COORDINATOR_RIGHT - 8, y + 4, Kit.cut(what + wire.from().terminal(), 34));
    sheet.wire("", wire.colour(), Place.COORDINATOR_RIGHT, Place.CUTTER, y);
    sheet.text("s", Place.COORDINATOR_RIGHT + 6, y - 6, wire.label());
    sheet.text("s e", Place.CUTTER - 12, y - 6, wire.label());
    sheet.tip(Place.CUTTER, y, true);
    boolean low = node.power().setting("activeLow", "false").equals("true");
    String end = wire.use().equals("relay") ? (low ? "low" : "high") + " cuts" : "";
    sheet.text("s", Place.CUTTER + 4, y + 4, wire.to().pin());
    sheet.text("s e", Place.CUTTER_RIGHT - 4, y + 16, end);
  }

  private void supplied(Wire wire, int y) {
    boolean fromSupply = wire.from().place().startsWith("supply");
    boolean toNode = wire.to().place().equals(node.name());
    int left = fromSupply ? Place.SUPPLY_RIGHT : Place.CUTTER_RIGHT;
    int right = toNode ? Place.NODE : Place.CUTTER;
    sheet.wire(" w", wire.colour(), left, right, y);
    sheet.text("s", left + 6, y - 6, wire.label());
    if (toNode) {
      sheet.text("", Place.NODE + 8, y + 4, wire.to().terminal());
      if (fromSupply) {
        sheet.text("s e", Place.NODE - 4, y - 6, wire.label());
      }
    }
  }

  /** A plug or a command cuts the mains in front of the supply. */
  private void switched() {
    int y = top + 18;
    String what = Kit.cut(node.power().setting("topic", "by command"), 14);
    box(Place.SUPPLY, Place.SUPPLY_RIGHT, y, node.power().by(), what);
    box(Place.CUTTER, Place.CUTTER_RIGHT, y, PowerWires.supply(node), rating());
    for (Wire wire : wires) {
      sheet.open(wire);
      if (wire.use().equals("mains")) {
        piece(wire, Place.SUPPLY_RIGHT, Place.CUTTER, y);
      } else {
        piece(wire, Place.CUTTER_RIGHT, Place.NODE, y);
        sheet.text("", Place.NODE + 8, y + 4, wire.to().terminal());
      }
      sheet.close();
    }
  }

  /** A person pulls the cable between the supply and the board. */
  private void pulled() {
    int y = top + 18;
    box(Place.SUPPLY, Place.SUPPLY_RIGHT, y, PowerWires.supply(node), rating());
    sheet.box("warn", Place.CUTTER, y - 11, Place.CUTTER_RIGHT - Place.CUTTER, 22);
    sheet.text("b m", (Place.CUTTER + Place.CUTTER_RIGHT) / 2, y + 4, "pull here");
    for (Wire wire : wires) {
      sheet.open(wire);
      piece(wire, Place.SUPPLY_RIGHT, Place.CUTTER, y);
      piece(wire, Place.CUTTER_RIGHT, Place.NODE, y);
      sheet.text("", Place.NODE + 8, y + 4, wire.to().terminal());
      sheet.close();
    }
  }

  private void piece(Wire wire, int left, int right, int y) {
    sheet.wire(" w", wire.colour(), left, right, y);
    sheet.text("s", left + 6, y - 6, wire.id());
  }

  private void box(int left, int right, int y, String name, String what) {
    sheet.box("part", left, y - 16, right - left, 32);
    sheet.text("b", left + 6, y - 3, name);
    sheet.text("s", left + 6, y + 10, what);
  }

  private String rating() {
    return Kit.supply(node.made().board());
  }

  private void supply(int y, int height, String plus, int plusY, String minus, int minusY) {
    sheet.box("part", Place.SUPPLY, y, Place.SUPPLY_RIGHT - Place.SUPPLY, height);
    sheet.text("b", Place.SUPPLY + 6, y + 14, PowerWires.supply(node));
    sheet.text("s", Place.SUPPLY + 6, y + 30, Kit.supply(node.made().board()));
    sheet.text("s e", Place.SUPPLY_RIGHT - 4, plusY - 3, plus);
    sheet.text("s e", Place.SUPPLY_RIGHT - 4, minusY + 4, minus);
  }
}
