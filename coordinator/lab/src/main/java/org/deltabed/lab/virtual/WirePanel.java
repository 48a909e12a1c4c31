package org.deltabed.lab.virtual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.wiring.Miswiring;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.PinWire;
import org.deltabed.wiring.Testbed;

/**
 * The wires between the lines of the pin board, as they are, which is not always as they should be.
 * A wire whose ends have one name is one line of the board; any other carries the level of the end
 * that is driven to the other end. Where several wires end, one that is high makes the end high.
 */
final class WirePanel {

  /** From a driven end to the other. */
  private record Strand(String from, String to) {}

  private final VirtualPinBoard board;
  private final List<Strand> strands = new ArrayList<>();

  private WirePanel(VirtualPinBoard board) {
    this.board = board;
  }

  /** Defines every line that the testbed names, at its idle level, and joins them. */
  static void install(Testbed testbed, VirtualPinBoard board) {
    WirePanel panel = new WirePanel(board);
    panel.define(testbed);
    panel.join(testbed);
    board.onEdge((line, high, timeNs) -> panel.carry(line));
  }

  private void join(Testbed testbed) {
    for (NodeSpec node : testbed.nodes()) {
      for (String use : node.wires().keySet()) {
        join(testbed, node, use);
      }
    }
  }

  private void define(Testbed testbed) {
    Set<String> defined = new HashSet<>();
    if (testbed.coordinator().syncs()) {
      define(testbed.coordinator().sync(), false, defined);
    }
    for (NodeSpec node : testbed.nodes()) {
      boolean relayIdle = Boolean.parseBoolean(node.power().setting("activeLow", "false"));
      node.wires()
          .forEach(
              (use, wire) -> {
                boolean high = use.equals("relay") && relayIdle;
                define(wire.nodeLine(), high, defined);
                define(wire.coordinatorLine(), high, defined);
              });
    }
  }

  private void define(String line, boolean high, Set<String> defined) {
    if (!line.isEmpty() && defined.add(line)) {
      board.define(line, high);
    }
  }

  private void join(Testbed testbed, NodeSpec node, String use) {
    Set<Integer> ends = new HashSet<>(Set.of(node.id()));
    for (Miswiring it : testbed.virtual().miswired()) {
      switch (it) {
        case Miswiring.Dead dead when dead.use().equals(use) && dead.node() == node.id() ->
            ends.clear();
        case Miswiring.Swapped swapped when swapped.use().equals(use) ->
            other(swapped.node(), swapped.other(), node.id())
                .ifPresent(
                    other -> {
                      ends.clear();
                      ends.add(other);
                    });
        case Miswiring.Shorted shorted when shorted.use().equals(use) ->
            other(shorted.node(), shorted.other(), node.id()).ifPresent(ends::add);
        default -> {}
      }
    }
    String from = drivenEnd(testbed, node, use);
    for (int end : ends) {
      String to = listeningEnd(testbed.nodeById(end), use);
      if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
        strands.add(new Strand(from, to));
      }
    }
  }

  private static OptionalInt other(int one, int two, int id) {
    return id == one ? OptionalInt.of(two) : id == two ? OptionalInt.of(one) : OptionalInt.empty();
  }

  private static String drivenEnd(Testbed testbed, NodeSpec node, String use) {
    PinWire wire = node.wires().get(use);
    return switch (use) {
      case "alive", "sense" -> wire.nodeLine();
      case "crash" -> wire.coordinatorLine();
      case "sync" -> testbed.coordinator().sync();
      default -> ""; // a relay's and a direction's line lead nowhere else
    };
  }

  private static String listeningEnd(NodeSpec node, String use) {
    PinWire wire = node.wires().get(use);
    return switch (use) {
      case "alive", "sense" -> wire.coordinatorLine();
      case "crash", "sync" -> wire.nodeLine();
      default -> "";
    };
  }

  /** On the thread that made the edge, with the board's lock held. */
  private void carry(String line) {
    Map<String, Boolean> levels = new HashMap<>();
    for (Strand strand : strands) {
      if (strand.from().equals(line)) {
        levels.put(strand.to(), false);
      }
    }
    for (Strand strand : strands) {
      levels.computeIfPresent(strand.to(), (to, high) -> high || board.level(strand.from()));
    }
    levels.forEach(board::drive);
  }
}
