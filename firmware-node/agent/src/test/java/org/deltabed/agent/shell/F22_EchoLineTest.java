package org.deltabed.agent.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deltabed.agent.core.Journal;
import org.deltabed.agent.core.Node;
import org.deltabed.agent.core.NodeSettings;
import org.deltabed.agent.core.NodeState;
import org.deltabed.hardware.MonotonicClock;
import org.deltabed.trace.Kind;
import org.deltabed.wire.BusKey;
import org.deltabed.wire.Frame;
import org.deltabed.wire.FrameEncoder;
import org.deltabed.wiring.BrokerSpec;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.ClockSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F22: between a node and a line that returns the node's own bytes; in virtual time. */
class F22_EchoLineTest {
  private static final long PATIENCE_NS = 10_000_000;

  /** What the node takes for usual, from a frame's end on the line to its stamp. */
  private static final long LATENCY_NS = 150_000;

  private static final int SESSION = 5;
  private static final BusKey KEY = BusKey.of(new byte[BusKey.BYTES]);

  /** The time that a test says it is. */
  private final class Clock implements MonotonicClock {
    @Override
    public long nowNs() {
      return nowNs;
    }

    @Override
    public void sleepUntilNs(long timeNs) {
      nowNs = Math.max(nowNs, timeNs);
    }
  }

  /** Remembers how many echoes were spoilt. */
  private static final class Rejects implements Journal {
    int spoilt;

    @Override
    public void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {}

    @Override
    public void add(
        Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data) {
      spoilt += kind == Kind.REJECT && data.contains("\"echo\"") ? 1 : 0;
    }

    @Override
    public void force() {}

    @Override
    public long records() {
      return 0;
    }
  }

  private final NodeSettings settings = NodeSettings.of(testbed(), 1, 1, SESSION, KEY);
  private final Rejects rejects = new Rejects();
  private byte[] sent = {};
  private long nowNs;
  private EchoLine line;
  private Node node;

  private static Testbed testbed() {
    List<NodeSpec> nodes =
        List.of(
            new NodeSpec(1, "a", 0, NodeSpec.VIRTUAL, Map.of(), "process"),
            new NodeSpec(2, "b", 1, NodeSpec.VIRTUAL, Map.of(), "process"));
    BusSpec bus = new BusSpec(1_000_000, 96, 1, 20_000, 4_000_000, 1_000_000, true);
    BrokerSpec broker = new BrokerSpec(true, "127.0.0.1", 0, false);
    return new Testbed("test", nodes, bus, new ClockSpec(500_000, 100, false), broker);
  }

  /** The node has heard nobody, and has just sent its cold-start frame. */
  @BeforeEach
  void coldStart() {
    line =
        new EchoLine(
            (bytes, offset, length) -> sent = Arrays.copyOfRange(bytes, offset, offset + length),
            new Clock(),
            96,
            PATIENCE_NS);
    node = new Node(settings, rejects, line, nowNs);
    nowNs = node.dueNs();
    node.act(nowNs);
    assertEquals(NodeState.COLD_START, node.state());
    assertEquals(0, sent[0], "the frame begins with a delimiter");
  }

  private void receive(byte[] bytes) {
    line.receive(bytes, bytes.length, nowNs, node, nowNs);
  }

  private long lineNs(byte[] bytes) {
    return bytes.length * settings.timing().byteNs();
  }

  @Test
  void theNodeIsToldOfItsWholeBurst() {
    checkDelayIsMeasured();
  }

  /** A node that sees when its own frame was on the line has its slot begin then. */
  private void checkDelayIsMeasured() {
    long dueNs = node.dueNs();
    long onTimeNs = nowNs + settings.turnaroundNs() + lineNs(sent) + LATENCY_NS;
    long delayNs = 700_000;
    nowNs = onTimeNs + delayNs;
    receive(sent);
    assertEquals(dueNs + delayNs, node.dueNs());
  }

  /** Another node's frame comes after the burst, whose own echo never does. */
  @Test
  void aForeignFrameIsNotHeldBackWhenTheOwnEchoIsLost() {
    byte[] foreign = foreignFrame();
    nowNs += lineNs(foreign) + LATENCY_NS;
    receive(foreign);
    assertEquals(NodeState.INTEGRATING, node.state());
  }

  @Test
  void aForeignFrameAndTheEchoBehindItAreToldApart() {
    byte[] both = Arrays.copyOf(foreignFrame(), foreignFrame().length + sent.length);
    System.arraycopy(sent, 0, both, both.length - sent.length, sent.length);
    nowNs += lineNs(both) + LATENCY_NS;
    receive(both);
    nowNs += 2 * PATIENCE_NS;
    line.expire(node, nowNs);
    assertEquals(NodeState.INTEGRATING, node.state());
    assertEquals(0, rejects.spoilt);
  }

  @Test
  void anEchoThatDoesNotComeIsCountedOnceItsTimeIsOver() {
    nowNs += PATIENCE_NS;
    line.expire(node, nowNs);
    assertEquals(0, rejects.spoilt);
    nowNs++;
    line.expire(node, nowNs);
    line.expire(node, nowNs);
    assertEquals(1, rejects.spoilt);
  }

  /** A burst whose echo was lost leaves nothing behind that the next one's would be measured by. */
  @Test
  void theEchoAfterALostOneIsMeasuredByItself() {
    nowNs += PATIENCE_NS + 1;
    line.expire(node, nowNs);
    while (node.state() != NodeState.LISTEN) {
      nowNs = node.dueNs();
      node.act(nowNs);
    }
    nowNs = node.dueNs();
    node.act(nowNs);
    assertEquals(NodeState.COLD_START, node.state());
    checkDelayIsMeasured();
  }

  private byte[] foreignFrame() {
    Frame frame = new Frame(settings.layout()).session(SESSION).boot(1).round(7).sender(2);
    byte[] out = new byte[96];
    return Arrays.copyOf(out, new FrameEncoder(settings.layout(), KEY).encode(frame, out));
  }
}
