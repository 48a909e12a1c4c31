package org.deltabed.wiring.draw;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * A testbed as a drawing to wire it from: the coordinator at the left, a row for each node, the bus
 * at the right. One SVG document that needs nothing else; same testbed, same bytes.
 */
public final class WiringDrawing {
  private static final int TOP = 140;
  private static final int BUS_TOP = 84;
  private static final int GAP = 28;

  private final Sheet sheet = new Sheet();
  private final Testbed testbed;
  private final List<Wire> wires;
  private final boolean virtual;

  private WiringDrawing(Testbed testbed) {
    this.testbed = testbed;
    wires = WireList.of(testbed);
    virtual = testbed.nodes().getFirst().isVirtual();
  }

  /** The text of the SVG document. */
  public static String of(Testbed testbed) {
    return new WiringDrawing(testbed).document();
  }

  private String document() {
    CoordinatorRows own = new CoordinatorRows(sheet, testbed, wiresOf(""), TOP);
    List<NodeRow> rows = new ArrayList<>();
    int y = own.bottom() + GAP;
    for (NodeSpec node : testbed.nodes()) {
      NodeRow row = new NodeRow(sheet, node, wiresOf(node.name()), y);
      rows.add(row);
      y = row.bottom() + GAP;
    }
    int bottom = y - GAP;
    title();
    own.box(bottom);
    rails(own.stripsTop(), bottom);
    bus(bottom + 24);
    own.draw();
    rows.forEach(NodeRow::draw);
    int height = new Legend(sheet, testbed, wires).draw(bottom + 70);
    return sheet.document(Place.WIDTH, height, "Wiring of " + testbed.name());
  }

  private List<Wire> wiresOf(String node) {
    return wires.stream().filter(wire -> wire.node().equals(node)).toList();
  }

  private void title() {
    sheet.text("t", Place.MARGIN, 36, "Wiring of " + testbed.name());
    String kind =
        virtual
            ? "a virtual testbed: everything is on one machine"
            : "print on A3; every wire has its number at both ends";
    sheet.text("", Place.MARGIN, 58, testbed.n() + " nodes; " + kind);
  }

  private void rails(int top, int bottom) {
    rail(WireList.SYNC_STRIP, "green", Place.SYNC_RAIL, top, bottom);
    rail(WireList.GND_STRIP, "black", Place.GND_RAIL, top, bottom);
  }

  private void rail(String strip, String colour, int x, int top, int bottom) {
    int own =
        top + (strip.equals(WireList.GND_STRIP) && testbed.coordinator().syncs() ? Place.STEP : 0);
    if (wires.stream().anyMatch(wire -> wire.to().place().equals(strip))) {
      sheet.open(strip);
      sheet.vertical(" w", colour, x, own, bottom);
      sheet.close();
      sheet.rail(x, own, bottom);
    }
  }

  private void bus(int bottom) {
    if (virtual) {
      busLine("virtual bus", "virtual", Place.BUS_A, bottom);
      return;
    }
    busLine("A", "brown", Place.BUS_A, bottom);
    busLine("B", "white", Place.BUS_B, bottom);
    busLine("C", "black", Place.BUS_C, bottom);
    List<Wire> terminators =
        wires.stream().filter(wire -> wire.use().equals("terminator")).toList();
    terminator(terminators.getFirst(), BUS_TOP + 16);
    terminator(terminators.getLast(), bottom - 4);
  }

  private void busLine(String name, String colour, int x, int bottom) {
    sheet.open("bus " + name);
    sheet.vertical(" w", colour, x, BUS_TOP, bottom);
    sheet.text("b m", x, BUS_TOP - 8, name);
    sheet.close();
    sheet.rail(x, BUS_TOP, bottom);
  }

  private void terminator(Wire wire, int y) {
    sheet.open(wire);
    sheet.wire("", "grey", Place.BUS_A, Place.BUS_B, y);
    sheet.box("part", Place.BUS_A + 8, y - 5, 30, 10);
    sheet.dot(Place.BUS_A, y);
    sheet.dot(Place.BUS_B, y);
    sheet.text("s e", Place.BUS_A - 10, y + 4, wire.id() + " terminator " + wire.resistor());
    sheet.close();
  }
}
