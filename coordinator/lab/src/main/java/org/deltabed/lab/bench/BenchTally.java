package org.deltabed.lab.bench;

import java.util.Map;
import java.util.TreeMap;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import tools.jackson.databind.node.ObjectNode;

/** Counts all that the bench sees from its start on, for who looks at it before and after. */
final class BenchTally {

  private final Testbed testbed;
  private final Map<Integer, DigitalInput> alives = new TreeMap<>();
  private final Map<Integer, DigitalInput> senses = new TreeMap<>();
  private final long[] aliveEdges;
  private final long[] frames;
  private final long[] noise;
  private long noiseElsewhere;
  private long breaks;
  private long syncEdges;

  BenchTally(Testbed testbed) {
    this.testbed = testbed;
    aliveEdges = new long[testbed.n()];
    frames = new long[testbed.n()];
    noise = new long[testbed.n()];
  }

  synchronized void watchAlive(NodeSpec node, DigitalInput input) {
    alives.put(node.id(), input);
  }

  synchronized void watchSense(NodeSpec node, DigitalInput input) {
    senses.put(node.id(), input);
  }

  synchronized void aliveEdge(NodeSpec node) {
    aliveEdges[node.slot()]++;
  }

  synchronized void frame(int sender) {
    if (sender >= 1 && sender <= frames.length) {
      frames[sender - 1]++;
    }
  }

  /** Something that was no frame, in whose slot; -1 where nobody knows. */
  synchronized void noise(int slot) {
    if (slot < 0) {
      noiseElsewhere++;
    } else {
      noise[slot]++;
    }
  }

  synchronized void breaks(int count) {
    breaks += count;
  }

  synchronized void syncEdge() {
    syncEdges++;
  }

  synchronized void write(ObjectNode answer) {
    ObjectNode nodes = answer.putObject("nodes");
    for (NodeSpec node : testbed.nodes()) {
      ObjectNode one = nodes.putObject(Integer.toString(node.id()));
      one.put("frames", frames[node.slot()]);
      one.put("noise", noise[node.slot()]);
      one.put("aliveEdges", aliveEdges[node.slot()]);
      if (alives.containsKey(node.id())) {
        one.put("alive", alives.get(node.id()).level());
      }
      if (senses.containsKey(node.id())) {
        one.put("sense", senses.get(node.id()).level());
      }
    }
    answer.put("noise", noiseElsewhere).put("breaks", breaks).put("syncEdges", syncEdges);
  }
}
