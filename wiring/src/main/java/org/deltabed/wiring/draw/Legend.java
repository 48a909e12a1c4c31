package org.deltabed.wiring.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/** What the lines mean, what the bus does, and what to mind. */
final class Legend {
  private static final double NS_PER_MS = 1e6;
  private static final int LINE = 18;

  private final Sheet sheet;
  private final Testbed testbed;
  private final List<Wire> wires;
  private final boolean virtual;

  Legend(Sheet sheet, Testbed testbed, List<Wire> wires) {
    this.sheet = sheet;
    this.testbed = testbed;
    this.wires = wires;
    virtual = testbed.nodes().getFirst().isVirtual();
  }

  /** Draws it; the result is the height of the page. */
  int draw(int top) {
    int below = new HeaderPictures(sheet, testbed, wires).draw(top);
    int symbols = symbols(below);
    int numbers = column(430, below, "The bus", numbers());
    int rules = virtual ? below : column(830, below, "Mind", rules());
    return Math.max(symbols, Math.max(numbers, rules)) + 24;
  }

  private int symbols(int top) {
    sheet.text("h", Place.MARGIN, top, "Wires");
    TreeMap<String, String> uses = new TreeMap<>();
    for (Wire wire : wires) {
      if (List.of("crash", "alive", "sync", "sense", "relay", "ground").contains(wire.use())) {
        uses.put(wire.use(), wire.colour());
      }
    }
    int y = top + LINE + 4;
    for (var use : uses.entrySet()) {
      sheet.wire("", use.getValue(), Place.MARGIN, Place.MARGIN + 36, y - 4);
      sheet.text("", Place.MARGIN + 46, y, use.getKey() + ": " + meaning(use.getKey()));
      y += LINE;
    }
    sheet.dot(Place.MARGIN + 18, y - 4);
    sheet.text("", Place.MARGIN + 46, y, "joined; a bow is a crossing, not joined");
    y += LINE;
    sheet.tip(Place.MARGIN + 22, y - 4, true);
    sheet.text("", Place.MARGIN + 46, y, "the end that listens");
    return y;
  }

  private static String meaning(String use) {
    return switch (use) {
      case "crash" -> "a high level stops the node at once";
      case "alive" -> "the node toggles it once a cycle";
      case "sync" -> "edges that all clocks are compared by";
      case "sense" -> "the node's own 3.3 V: low is dead";
      case "relay" -> "cuts the supply when driven";
      default -> "one reference for all of them";
    };
  }

  private List<String> numbers() {
    Timing timing = testbed.timing();
    List<String> lines = new ArrayList<>();
    lines.add(
        testbed.bus().baudRate()
            + " baud 8N1, frames of up to "
            + testbed.bus().frameBytesMax()
            + " bytes");
    lines.add(
        String.format(
            Locale.ROOT,
            "slot %.1f ms, cycle %.1f ms",
            timing.slotNs() / NS_PER_MS,
            timing.cycleNs() / NS_PER_MS));
    lines.add(
        String.format(
            Locale.ROOT,
            "\u03b4 %.1f ms, a crash is noticed in %.1f ms",
            timing.deltaNs() / NS_PER_MS,
            timing.detectionBoundNs() / NS_PER_MS));
    if (!virtual) {
      BusBias bias = BusBias.of(testbed);
      lines.add(
          "idle A-B "
              + bias.idleMv()
              + " mV (200 needed), drivers see "
              + bias.loadOhms()
              + " "
              + Kit.OHM);
      lines.add("A and B twisted, C beside them; from box to");
      lines.add("box, no star; stubs shorter than 0.3 m");
    }
    return lines;
  }

  private List<String> rules() {
    List<String> lines = new ArrayList<>();
    lines.add("All signals are 3.3 V. 5 V on a GPIO pin destroys the board.");
    lines.add("A series resistor sits at the end that drives; nothing replaces it.");
    lines.add("Terminators at these two ends only: remove them from all other adapters.");
    if (testbed.nodes().stream().anyMatch(Kit::isRelay)) {
      lines.add(
          "Relays: supply through COM and NC, so that idle is on. 5 V side only, never mains.");
      lines.add("Relay coils have their own 5 V supply, its ground on the GND strip.");
    }
    lines.add("Ground and bus first, GPIO wires next, power last.");
    lines.add("Never pull the coordinator, nor the bus, nor a ground during a run.");
    return lines;
  }

  private int column(int x, int top, String head, List<String> lines) {
    sheet.text("h", x, top, head);
    int y = top + LINE + 4;
    for (String line : lines) {
      sheet.text("", x, y, line);
      y += LINE;
    }
    return y - LINE;
  }
}
