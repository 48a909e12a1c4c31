package org.deltabed.wiring.draw;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** All wires as tables that read well as text and as Markdown: where each begins and ends. */
public final class PinTable {
  private static final List<String> HEAD =
      List.of("wire", "carries", "from", "pin", "to", "pin", "colour", "resistor");

  private final StringBuilder out = new StringBuilder();

  private PinTable() {}

  /** A table of the coordinator's own wires and the bus, then one for each node. */
  public static String of(Testbed testbed) {
    List<Wire> wires = WireList.of(testbed);
    PinTable table = new PinTable();
    table.out.append("# Wires of ").append(testbed.name()).append('\n');
    table.section("Coordinator and bus", wiresOf(wires, ""));
    for (NodeSpec node : testbed.nodes()) {
      table.section(node.name(), wiresOf(wires, node.name()));
    }
    return table.out.toString();
  }

  private static List<Wire> wiresOf(List<Wire> wires, String node) {
    return wires.stream().filter(wire -> wire.node().equals(node)).toList();
  }

  private void section(String title, List<Wire> wires) {
    if (wires.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    wires.forEach(wire -> rows.add(row(wire)));
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    out.append("\n## ").append(title).append("\n\n");
    for (int i = 0; i < rows.size(); i++) {
      line(rows.get(i), widths);
      if (i == 0) {
        for (int width : widths) {
          out.append('|').append("-".repeat(width + 2));
        }
        out.append("|\n");
      }
    }
  }

  private static List<String> row(Wire wire) {
    return List.of(
        wire.id(),
        wire.use(),
        where(wire.from()),
        pin(wire.from()),
        where(wire.to()),
        pin(wire.to()),
        wire.colour(),
        wire.resistor());
  }

  private static String where(WireEnd end) {
    return end.isHeaderPin() ? end.place() + " " + end.line() : end.toString();
  }

  private static String pin(WireEnd end) {
    return end.isHeaderPin() ? end.pin() : "";
  }

  private void line(List<String> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      out.append("| ").append(cell).append(" ".repeat(widths[i] - cell.length() + 1));
    }
    out.append("|\n");
  }
}
