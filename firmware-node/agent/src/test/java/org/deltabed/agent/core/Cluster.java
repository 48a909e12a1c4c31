package org.deltabed.agent.core;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;
import org.deltabed.wire.BusKey;
import org.deltabed.wire.Frame;
import org.deltabed.wire.FrameEncoder;
import org.deltabed.wire.FrameLayout;
import org.deltabed.wiring.BrokerSpec;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.ClockSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/** n nodes on a virtual line, and what tests ask of them. */
final class Cluster {
  static final int SESSION = 0x5e551013;
  static final BusKey KEY = BusKey.of(new byte[BusKey.BYTES]);
  static final String NONCE = "0123456789abcdef";

  final Testbed testbed;
  final Timing timing;
  final VirtualLine line;
  int requestsEach = 1;

  Cluster(int n) {
    testbed = testbed(n);
    timing = testbed.timing();
    line = new VirtualLine(timing.byteNs());
    for (int process = 1; process <= n; process++) {
      add(process, 1, 0, 0);
    }
  }

  private Cluster(Testbed testbed) {
    this.testbed = testbed;
    timing = testbed.timing();
    line = new VirtualLine(timing.byteNs());
  }

  /** A cluster without nodes yet. */
  static Cluster empty(int n) {
    return new Cluster(testbed(n));
  }

  static Testbed testbed(int n) {
    List<NodeSpec> nodes =
        IntStream.range(0, n)
            .mapToObj(
                slot ->
                    new NodeSpec(slot + 1, "n" + slot, slot, NodeSpec.VIRTUAL, Map.of(), "process"))
            .toList();
    BusSpec bus =
        new BusSpec(1_000_000, 96, Math.max(1, n - 1), 20_000, 4_000_000, 1_000_000, false);
    ClockSpec clock = new ClockSpec(500_000, 100, false);
    return new Testbed("test", nodes, bus, clock, new BrokerSpec(true, "127.0.0.1", 0, false));
  }

  VirtualNode add(int process, int boot, long offsetNs, long driftPpm) {
    VirtualNode node =
        new VirtualNode(line, testbed, process, boot, SESSION, KEY, offsetNs, driftPpm);
    line.nodes.add(node);
    return node;
  }

  VirtualNode node(int process) {
    return line.nodes.get(process - 1);
  }

  /** Powers all on at once and waits until all have joined. */
  Cluster start() {
    line.nodes.forEach(VirtualNode::powerOn);
    line.runUntil(line.nowNs() + 12 * timing.cycleNs());
    for (VirtualNode node : line.nodes) {
      if (node.node().state() != NodeState.JOINED) {
        throw new IllegalStateException("process " + node.process + " did not join");
      }
    }
    return this;
  }

  RunOrder order(String protocol, int process, int rounds, CrashPoint crashPoint) {
    List<Integer> boots = Collections.nCopies(testbed.n(), 1);
    return new RunOrder(
        "r01",
        NONCE,
        protocol,
        "",
        testbed.hash(),
        boots,
        testbed.n() - 1,
        rounds,
        10 + process,
        requestsEach,
        crashPoint);
  }

  /** Prepares and starts a run two rounds from now; returns when its slot 0 begins, about. */
  int startRun(String protocol, int rounds) {
    return startRun(protocol, rounds, 0, null);
  }

  int startRun(String protocol, int rounds, int crashing, CrashPoint crashPoint) {
    VirtualNode first = living().getFirst();
    int startRound = first.node().round() + 2;
    for (VirtualNode node : living()) {
      CrashPoint point = node.process == crashing ? crashPoint : null;
      Run run =
          Run.prepare(order(protocol, node.process, rounds, point), node.settings, node.journal);
      long nowNs = node.clockNs();
      require(node.command(it -> it.prepare(run, nowNs)));
      require(node.command(it -> it.start(NONCE, startRound, nowNs)));
    }
    return startRound;
  }

  private static void require(Answer answer) {
    if (!answer.ok()) {
      throw new IllegalStateException(answer.reason());
    }
  }

  /** Runs on until the open slot of the living is this one. */
  void runToSlot(int round, int slot) {
    long limitNs = line.nowNs() + 100 * timing.cycleNs();
    Node reference = living().getFirst().node();
    while (reference.position() < (long) round * testbed.n() + slot && line.nowNs() < limitNs) {
      line.runUntil(line.nowNs() + timing.slotNs() / 50);
    }
  }

  void runCycles(int cycles) {
    line.runUntil(line.nowNs() + cycles * timing.cycleNs());
  }

  List<VirtualNode> living() {
    return line.nodes.stream().filter(VirtualNode::alive).toList();
  }

  /** The bytes of an empty frame that somebody made, with whatever fields. */
  byte[] forge(BusKey key, int session, int boot, int round, int sender, int addressee) {
    FrameLayout layout = node(1).settings.layout();
    Frame frame =
        new Frame(layout)
            .session(session)
            .boot(boot)
            .round(round)
            .sender(sender)
            .addressee(addressee);
    byte[] out = new byte[layout.frameBytesMax()];
    return Arrays.copyOf(out, new FrameEncoder(layout, key).encode(frame, out));
  }

  /** All records of one kind, of all nodes. */
  List<TraceRecord> records(Kind kind) {
    return line.nodes.stream().flatMap(node -> node.journal.of(kind).stream()).toList();
  }

  /** The decisions of a process, as its EVENT records say. */
  List<String> decisions(int process) {
    return node(process).journal.of(Kind.EVENT).stream()
        .map(TraceRecord::data)
        .filter(data -> data.contains("indication") && data.contains("Decide"))
        .toList();
  }

  /** The reasons of the REJECT records of a process. */
  List<String> rejections(int process) {
    return node(process).journal.of(Kind.REJECT).stream().map(TraceRecord::data).toList();
  }
}
