package org.deltabed.lab.bench;

import java.util.Map;
import java.util.TreeMap;
import org.deltabed.lab.witness.ControlChannel;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.wiring.NodeSpec;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the bench tells the coordinator unasked, after the records that it had made until then. Any
 * thread may tell; the witness's thread sends.
 */
final class NewsSender {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ControlChannel control;
  private final WitnessLog witness;
  private final Map<Integer, Boolean> lives = new TreeMap<>();

  NewsSender(ControlChannel control, WitnessLog witness) {
    this.control = control;
    this.witness = witness;
  }

  /** A new round was seen on the bus. */
  void round(long round) {
    send(JSON.createObjectNode().put("round", round));
  }

  /** Somebody is to do something by hand. */
  void ask(String text) {
    send(JSON.createObjectNode().put("ask", text));
  }

  /** A node's supply rail rose or fell. */
  void supply(NodeSpec node, boolean up, long timeNs) {
    send(JSON.createObjectNode().put("supply", node.id()).put("up", up).put("timeNs", timeNs));
  }

  /** Something about a node, in words. */
  void of(String what, NodeSpec node, String text) {
    send(JSON.createObjectNode().put(what, node.id()).put("text", text));
  }

  /** Whether a node's program runs; told when it is another than was told before. */
  synchronized void life(NodeSpec node, boolean alive) {
    if (control.aloneNs() == 0 && !Boolean.valueOf(alive).equals(lives.put(node.id(), alive))) {
      send(JSON.createObjectNode().put("alive", node.id()).put("is", alive));
    }
  }

  private void send(ObjectNode news) {
    String line = news.toString();
    witness.after(() -> control.send(line));
  }
}
