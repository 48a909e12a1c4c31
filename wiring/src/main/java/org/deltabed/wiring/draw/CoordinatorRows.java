package org.deltabed.wiring.draw;

import java.util.List;
import org.deltabed.wiring.Testbed;

/** The coordinator's own wires: its tap, the bias of the bus, and the two strips. */
final class CoordinatorRows {
  private final Sheet sheet;
  private final Testbed testbed;
  private final List<Wire> wires;
  private final int top;

  /**
   * @param wires those that belong to no node
   */
  CoordinatorRows(Sheet sheet, Testbed testbed, List<Wire> wires, int top) {
    this.sheet = sheet;
    this.testbed = testbed;
    this.wires = wires;
    this.top = top;
  }

  private List<Wire> tapLinks() {
    return wires.stream().filter(wire -> AdapterBox.isLink(wire, WireList.TAP)).toList();
  }

  private List<Wire> of(String... uses) {
    return wires.stream().filter(wire -> List.of(uses).contains(wire.use())).toList();
  }

  private int tapRows() {
    return Math.max(tapLinks().size(), AdapterBox.drops(wires).size());
  }

  private int biasTop() {
    return tapRows() == 0 ? top : top + Place.STEP * tapRows() + 14;
  }

  /** Where the strips begin. */
  int stripsTop() {
    return biasTop() + Place.STEP * (of("bias", "reference").size() + of("tap").size());
  }

  int bottom() {
    return stripsTop()
        + Place.STEP * (of("sync", "ground").size() + (of("coils").isEmpty() ? 0 : 1));
  }

  /** The box around it all, down to {@code bottom}. */
  void box(int bottom) {
    int width = Place.COORDINATOR_RIGHT - Place.COORDINATOR;
    sheet.box("box", Place.COORDINATOR, top - 50, width, bottom - top + 50);
    sheet.text("h", Place.COORDINATOR + 8, top - 33, "coordinator");
    String board = testbed.coordinator().board();
    String said =
        testbed.nodes().getFirst().isVirtual() && board.isEmpty()
            ? "this machine"
            : Kit.board(board);
    sheet.text("", Place.COORDINATOR + 8, top - 18, said);
  }

  void draw() {
    tap();
    int y = biasTop();
    for (Wire wire : of("bias", "reference")) {
      bias(wire, y);
      y += Place.STEP;
    }
    for (Wire wire : of("tap")) {
      sheet.open(wire);
      sheet.text("e", Place.COORDINATOR_RIGHT - 8, y + 4, "tap");
      sheet.wire("", wire.colour(), Place.COORDINATOR_RIGHT, Place.BUS_A, y);
      sheet.text("s", Place.COORDINATOR_RIGHT + 14, y - 6, wire.id() + " virtual");
      sheet.dot(Place.BUS_A, y);
      sheet.close();
      y += Place.STEP;
    }
    y = stripsTop();
    for (Wire wire : of("sync", "ground")) {
      strip(wire, y);
      y += Place.STEP;
    }
    if (!of("coils").isEmpty()) {
      coils(of("coils"), y);
    }
  }

  /** The relays' own supply; its wires lead to their modules, which are drawn beside the nodes. */
  private void coils(List<Wire> coils, int y) {
    sheet.box(
        "part", Place.NODE, y - Place.STEP - 14, Place.NODE_RIGHT - Place.NODE, 2 * Place.STEP);
    sheet.text("b", Place.NODE + 8, y - Place.STEP, WireList.COIL_SUPPLY);
    sheet.text("e", Place.NODE_RIGHT - 8, y - Place.STEP, "5 V, 0.1 A a relay");
    Wire plus = coils.getFirst();
    sheet.open(plus);
    sheet.text("e", Place.NODE_RIGHT - 8, y + 4, plus.from().pin());
    sheet.wire("", plus.colour(), Place.NODE_RIGHT, Place.ADAPTER - 20, y);
    sheet.text("s", Place.NODE_RIGHT + 6, y - 6, plus.label());
    sheet.text("s", Place.ADAPTER - 12, y + 4, plus.to().toString());
    sheet.close();
    Wire minus = coils.get(1);
    sheet.open(minus);
    sheet.text("", Place.NODE + 8, y + 4, minus.from().pin());
    sheet.wire("", minus.colour(), Place.GND_RAIL, Place.NODE, y);
    sheet.text("s e", Place.NODE - 12, y - 6, minus.label());
    sheet.dot(Place.GND_RAIL, y);
    sheet.close();
    Wire ground = coils.getLast();
    sheet.open(ground);
    sheet.wire("", ground.colour(), Place.GND_RAIL, Place.RESISTOR_NEAR + 40, y + Place.STEP);
    sheet.text(
        "s",
        Place.RESISTOR_NEAR + 48,
        y + Place.STEP + 4,
        ground.label() + ", from " + ground.from());
    sheet.dot(Place.GND_RAIL, y + Place.STEP);
    sheet.close();
  }

  private void tap() {
    if (tapRows() == 0) {
      return;
    }
    String kind = testbed.coordinator().tap().contains("USB") ? "USB RS-485" : "RS-485 adapter";
    AdapterBox.box(sheet, "tap", kind, top, tapRows());
    int y = top;
    for (Wire wire : tapLinks()) {
      boolean toAdapter = wire.to().place().equals(WireList.TAP);
      WireEnd board = toAdapter ? wire.from() : wire.to();
      sheet.open(wire);
      sheet.text("e", Place.COORDINATOR_RIGHT - 8, y + 4, Kit.cut(board.terminal(), 34));
      AdapterBox.link(sheet, wire, Place.COORDINATOR_RIGHT, y, toAdapter);
      sheet.text("s", Place.COORDINATOR_RIGHT + 6, y - 6, wire.label());
      sheet.close();
      y += Place.STEP;
    }
    AdapterBox.drop(sheet, AdapterBox.drops(wires), top);
  }

  private void bias(Wire wire, int y) {
    sheet.open(wire);
    boolean here = wire.from().place().equals(WireList.COORDINATOR);
    String text = here ? wire.use() + "  " + wire.from().terminal() : wire.from().toString();
    sheet.text("e", Place.COORDINATOR_RIGHT - 8, y + 4, text);
    int x = Place.bus(wire.to().pin());
    sheet.wire("", wire.colour(), Place.COORDINATOR_RIGHT, x, y);
    sheet.text("s", Place.COORDINATOR_RIGHT + 6, y - 6, wire.label());
    sheet.resistor(Place.BUS_RESISTOR, y, wire.resistor());
    sheet.text("s e", Place.BUS_RESISTOR - 10, y - 6, wire.label());
    sheet.dot(x, y);
    sheet.close();
  }

  private void strip(Wire wire, int y) {
    sheet.open(wire);
    int x = wire.to().place().equals(WireList.SYNC_STRIP) ? Place.SYNC_RAIL : Place.GND_RAIL;
    sheet.text("e", Place.COORDINATOR_RIGHT - 8, y + 4, wire.use() + "  " + wire.from().terminal());
    sheet.wire("", wire.colour(), Place.COORDINATOR_RIGHT, x, y);
    sheet.text("s", Place.COORDINATOR_RIGHT + 6, y - 6, wire.label());
    sheet.text("s", Place.RESISTOR_NEAR, y + 4, wire.to().place() + ", one terminal for each node");
    sheet.dot(x, y);
    sheet.close();
  }
}
