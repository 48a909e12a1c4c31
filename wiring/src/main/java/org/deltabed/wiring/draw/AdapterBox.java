package org.deltabed.wiring.draw;

import java.util.List;
import java.util.Set;
import org.deltabed.wiring.NodeSpec;

/** A node's adapter between its board and the bus; of a virtual node only its drop. */
final class AdapterBox {
  private static final Set<String> LINKS = Set.of("header", "usb", "data", "supply", "direction");

  private final Sheet sheet;
  private final String name;
  private final String kind;
  private final List<Wire> links;
  private final List<Wire> drops;
  private final boolean virtual;
  private final int top;

  AdapterBox(Sheet sheet, NodeSpec node, List<Wire> wires, int top) {
    this.sheet = sheet;
    this.top = top;
    name = "adapter " + node.id();
    kind = Kit.adapter(node.made().adapter());
    virtual = node.isVirtual();
    links = wires.stream().filter(wire -> isLink(wire, name)).toList();
    drops = drops(wires);
  }

  static boolean isLink(Wire wire, String adapter) {
    return LINKS.contains(wire.use())
        && (wire.to().place().equals(adapter) || wire.from().place().equals(adapter));
  }

  static List<Wire> drops(List<Wire> wires) {
    return wires.stream().filter(wire -> wire.use().equals("bus")).toList();
  }

  int bottom() {
    return top + 24 + Place.STEP * Math.max(links.size(), drops.size());
  }

  void draw() {
    if (virtual) {
      for (Wire wire : drops) {
        sheet.open(wire);
        sheet.wire("", wire.colour(), Place.NODE_RIGHT, Place.BUS_A, top);
        sheet.text("s", Place.NODE_RIGHT + 6, top - 6, wire.id() + " virtual");
        sheet.dot(Place.BUS_A, top);
        sheet.close();
      }
      return;
    }
    box(sheet, name, kind, top, Math.max(links.size(), drops.size()));
    int y = top;
    for (Wire wire : links) {
      boolean toAdapter = wire.to().place().equals(name);
      WireEnd board = toAdapter ? wire.from() : wire.to();
      sheet.open(wire);
      sheet.text("e", Place.NODE_RIGHT - 8, y + 4, Kit.cut(board.terminal(), 16));
      link(sheet, wire, Place.NODE_RIGHT, y, toAdapter);
      sheet.close();
      y += Place.STEP;
    }
    drop(sheet, drops, top);
  }

  static void box(Sheet sheet, String name, String kind, int top, int rows) {
    sheet.box(
        "box",
        Place.ADAPTER,
        top - 34,
        Place.ADAPTER_RIGHT - Place.ADAPTER,
        34 + Place.STEP * rows - 6);
    sheet.text("b", Place.ADAPTER + 6, top - 21, name);
    sheet.text("s", Place.ADAPTER + 6, top - 9, kind);
  }

  static void link(Sheet sheet, Wire wire, int from, int y, boolean toAdapter) {
    boolean cable = wire.use().equals("usb") || wire.use().equals("header");
    sheet.wire(cable ? " w" : "", wire.colour(), from, Place.ADAPTER, y);
    sheet.text("s", Place.ADAPTER - 92, y - 6, wire.label());
    WireEnd end = toAdapter ? wire.to() : wire.from();
    sheet.text("s", Place.ADAPTER + 6, y + 4, end.terminal());
    if (wire.use().equals("data") || wire.use().equals("direction")) {
      sheet.tip(toAdapter ? Place.ADAPTER : from, y, toAdapter);
    }
  }

  static void drop(Sheet sheet, List<Wire> drops, int top) {
    int y = top;
    for (Wire wire : drops) {
      sheet.open(wire);
      int x = Place.bus(wire.to().pin());
      sheet.text("s e", Place.ADAPTER_RIGHT - 6, y + 4, wire.from().pin());
      sheet.wire("", wire.colour(), Place.ADAPTER_RIGHT, x, y);
      sheet.text("s", Place.ADAPTER_RIGHT + 6, y - 6, wire.label());
      if (!wire.resistor().isEmpty()) {
        sheet.resistor(Place.BUS_RESISTOR, y, wire.resistor());
      }
      sheet.dot(x, y);
      sheet.close();
      y += Place.STEP;
    }
  }
}
