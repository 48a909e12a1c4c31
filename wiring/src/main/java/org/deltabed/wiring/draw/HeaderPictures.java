package org.deltabed.wiring.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.wiring.HeaderPin;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.PiHeader;
import org.deltabed.wiring.Testbed;

/**
 * The 40-pin headers from above, with the pins that are used: the coordinator's, and one for all
 * nodes that are wired alike.
 */
final class HeaderPictures {
  private static final int COLUMN = 33;
  private static final int HEIGHT = 134;
  private static final int ACROSS = 720;

  private record Mark(String label, String colour) {}

  private final Sheet sheet;
  private final List<Wire> wires;
  private final Map<Map<Integer, Mark>, List<String>> pictures = new LinkedHashMap<>();

  HeaderPictures(Sheet sheet, Testbed testbed, List<Wire> wires) {
    this.sheet = sheet;
    this.wires = wires;
    if (!testbed.pins().driver().equals("gpio")) {
      return;
    }
    Map<String, Integer> ids = new TreeMap<>();
    testbed.nodes().forEach(node -> ids.put(node.name(), node.id()));
    if (PiHeader.isOn(testbed.coordinator().board())) {
      picture(WireList.COORDINATOR, ids);
    }
    for (NodeSpec node : testbed.nodes()) {
      if (PiHeader.isOn(node.made().board())) {
        picture(node.name(), Map.of());
      }
    }
  }

  private void picture(String place, Map<String, Integer> ids) {
    Map<Integer, Mark> marks = new TreeMap<>();
    for (Wire wire : wires) {
      for (WireEnd end : List.of(wire.from(), wire.to())) {
        if (end.place().equals(place) && end.isHeaderPin()) {
          String whose = ids.containsKey(wire.node()) ? Integer.toString(ids.get(wire.node())) : "";
          marks.put(
              Integer.parseInt(end.pin()), new Mark(label(wire.use()) + whose, wire.colour()));
        }
      }
    }
    if (!marks.isEmpty()) {
      pictures.computeIfAbsent(marks, _ -> new ArrayList<>()).add(place);
    }
  }

  private static String label(String use) {
    return switch (use) {
      case "ground" -> "";
      case "reference" -> "bus C";
      default -> use;
    };
  }

  /** Draws it; the result is where the next thing may begin. */
  int draw(int top) {
    int index = 0;
    for (Map.Entry<Map<Integer, Mark>, List<String>> it : pictures.entrySet()) {
      int x = Place.MARGIN + index % 2 * ACROSS;
      header(x, top + index / 2 * HEIGHT, String.join(", ", it.getValue()), it.getKey());
      index++;
    }
    return top + (index + 1) / 2 * HEIGHT;
  }

  private void header(int x, int top, String title, Map<Integer, Mark> marks) {
    sheet.text("h", x, top, Kit.cut("Header of " + title, 80));
    sheet.text(
        "s", x, top + 14, "from above, the header at the board's upper edge, pin 1 at the left");
    int upper = top + 50;
    sheet.box("box", x, upper - 12, 20 * COLUMN, 48);
    for (HeaderPin pin : PiHeader.pins()) {
      boolean even = pin.number() % 2 == 0;
      int middle = x + (pin.number() - 1) / 2 * COLUMN + COLUMN / 2;
      int y = even ? upper : upper + 24;
      Mark mark = marks.get(pin.number());
      sheet.pin(middle, y, mark == null ? "" : mark.colour());
      sheet.text("x m", middle, y + 3, Integer.toString(pin.number()));
      if (mark != null) {
        int name = even ? y - 24 : y + 22;
        sheet.text("x m", middle, name, pin.name());
        sheet.text("x m", middle, name + 9, mark.label());
      }
    }
  }
}
