package org.deltabed.lab.check;

import java.util.List;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.draw.Wire;
import org.deltabed.wiring.draw.WireList;

/** The wires of a testbed in words: number, both ends with their header pins, colour. */
final class WireNames {

  private final Testbed testbed;
  private final List<Wire> wires;

  WireNames(Testbed testbed) {
    this.testbed = testbed;
    wires = WireList.of(testbed);
  }

  /** Whether a wire of that use can be looked at: it has both the ends that this takes. */
  private static boolean hasEnds(NodeSpec node, String use) {
    boolean atNode = use.equals("relay") || node.pins().containsKey(use);
    return atNode && (use.equals("sync") || node.coordinatorPins().containsKey(use));
  }

  /** The wire of a node with that use; empty if there is none, or none that can be looked at. */
  String of(String use, int node) {
    NodeSpec spec = testbed.nodeById(node);
    if (!hasEnds(spec, use)) {
      return "";
    }
    return wires.stream()
        .filter(wire -> wire.node().equals(spec.name()) && wire.use().equals(use))
        .findFirst()
        .map(Wire::sentence)
        .orElse("");
  }

  /** The coordinator's end of a wire, such as {@code coordinator pin 29 GPIO5}. */
  String coordinatorEnd(String use, int node) {
    NodeSpec spec = testbed.nodeById(node);
    return wires.stream()
        .filter(wire -> wire.node().equals(spec.name()) && wire.use().equals(use))
        .map(wire -> (wire.from().place().equals("coordinator") ? wire.from() : wire.to()))
        .findFirst()
        .map(Object::toString)
        .orElse("the coordinator's " + use + " line of node " + node);
  }
}
