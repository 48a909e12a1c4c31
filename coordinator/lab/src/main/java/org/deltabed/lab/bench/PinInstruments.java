package org.deltabed.lab.bench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.lab.witness.WitnessLog;
import org.deltabed.trace.Kind;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * The wires to the nodes' pins: edges of ALIVE and SENSE become records and what is known of each
 * node; SYNC and CRASH are driven.
 */
final class PinInstruments implements AutoCloseable {

  private final BenchPins pins;
  private final WitnessLog witness;
  private final NewsSender news;
  private final BenchTally tally;
  private final Map<Integer, NodeWatch> watches;
  private final Map<Integer, DigitalOutput> crashLines = new TreeMap<>();
  private SyncWire sync;
  private volatile boolean ending;

  /**
   * @param watches by node id, one for each
   */
  PinInstruments(
      BenchPins pins,
      WitnessLog witness,
      NewsSender news,
      BenchTally tally,
      Map<Integer, NodeWatch> watches) {
    this.pins = pins;
    this.witness = witness;
    this.news = news;
    this.tally = tally;
    this.watches = watches;
  }

  /** Requests all lines, and watches and drives them from now on. */
  void connect(Testbed testbed) {
    testbed.nodes().forEach(this::connect);
    if (testbed.coordinator().syncs()) {
      sync = new SyncWire(pins.output(testbed.coordinator().sync(), false), this::synced);
    }
  }

  private void connect(NodeSpec node) {
    Map<String, String> lines = node.coordinatorPins();
    if (lines.containsKey("sense")) {
      DigitalInput input = pins.input(lines.get("sense"));
      tally.watchSense(node, input);
      input.onEdge(witnessing(node, "sense", (high, timeNs) -> senseEdge(node, high, timeNs)));
      watches.get(node.id()).supply(input.level());
    }
    if (lines.containsKey("alive")) {
      DigitalInput input = pins.input(lines.get("alive"));
      tally.watchAlive(node, input);
      input.onEdge(witnessing(node, "alive", (high, timeNs) -> aliveEdge(node, high, timeNs)));
    }
    if (lines.containsKey("crash")) {
      crashLines.put(node.id(), pins.output(lines.get("crash"), false));
    }
  }

  /**
   * Drives the CRASH wire of a node.
   *
   * @throws IOException if there is none
   */
  void crash(int node, boolean high) throws IOException {
    DigitalOutput line = crashLines.get(node);
    if (line == null) {
      throw new IOException("no CRASH wire to node " + node);
    }
    line.drive(high);
  }

  /** Lets every node run again. */
  void crashNobody() {
    crashLines.values().forEach(line -> line.drive(false));
  }

  private void synced(boolean high, long fromNs, long toNs) {
    tally.syncEdge();
    witness.record(Kind.SYNC_OUT, toNs, 0, fromNs, toNs, "{\"level\":" + (high ? 1 : 0) + "}");
  }

  private void senseEdge(NodeSpec node, boolean high, long timeNs) {
    NodeWatch watch = watches.get(node.id());
    watch.supply(high);
    record(node, high, timeNs, "sense");
    news.supply(node, high, timeNs);
    news.life(node, watch.alive());
  }

  /**
   * A listener that does not swallow what it could not see: who has lost a pin is no witness, and
   * edges that were missed are in the records.
   */
  private DigitalInput.EdgeListener witnessing(
      NodeSpec node, String use, DigitalInput.EdgeListener edges) {
    return new DigitalInput.EdgeListener() {
      @Override
      public void edge(boolean high, long timeNs) {
        edges.edge(high, timeNs);
      }

      @Override
      public void missed(long edgesMin) {
        String data = "{\"of\":\"" + use + " of " + node.name() + "\",\"missed\":" + edgesMin + "}";
        witness.record(Kind.HICCUP, System.nanoTime(), node.process(), 0, 0, data);
      }

      @Override
      public void lost(IOException cause) {
        if (!ending) {
          throw new IllegalStateException(
              "the " + use + " line of " + node.name() + " is lost: " + cause.getMessage());
        }
      }
    };
  }

  /** A line that falls may fall because its node has died: only a rising one is a sign of life. */
  private void aliveEdge(NodeSpec node, boolean high, long timeNs) {
    if (high) {
      watches.get(node.id()).sign(timeNs, "ALIVE pin");
    }
    tally.aliveEdge(node);
    if (witness.inRun()) {
      record(node, high, timeNs, "alive");
    }
  }

  private void record(NodeSpec node, boolean high, long timeNs, String use) {
    witness.record(Kind.PIN, timeNs, node.process(), high ? 1 : 0, 0, "{\"pin\":\"" + use + "\"}");
  }

  /** From now on a line that goes is no loss; the lines themselves are their owner's. */
  @Override
  public void close() {
    ending = true;
    if (sync != null) {
      sync.close();
    }
  }
}
