package org.deltabed.lab.calibrate;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.deltabed.lab.bench.Tally;
import org.deltabed.lab.check.NodeOrders;
import org.deltabed.lab.check.OpenBench;
import org.deltabed.wire.FrameLayout;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * Has all nodes send frames of one length after the other, each in its own slot as ever, and
 * collects what they say of them.
 */
final class Calibration {

  private static final int SIZES = 6;
  private static final long JOINED_NS_MAX = 60_000_000_000L;
  private static final long RECORDS_NS_MAX = 10_000_000_000L;
  private static final long LOOK_MS = 50;
  private static final long NS_PER_MS = 1_000_000;
  private static final int FRAMES_MIN = 3;
  private static final int TRIES = 3;

  /** A node fills its frames for no longer than a minute when told once. */
  private static final long ORDER_MS_MAX = 50_000;

  private final Testbed testbed;
  private final OpenBench open;
  private final NodeOrders orders;
  private final FrameLog log;
  private final Collection<Integer> nodes;
  private final Map<Integer, Long> damaged = new TreeMap<>();
  private final Map<Integer, Long> heard = new TreeMap<>();

  Calibration(Testbed testbed, OpenBench open) {
    this.testbed = testbed;
    this.open = open;
    orders = new NodeOrders(open.session(), open.link(), open.cluster());
    log = new FrameLog(testbed);
    nodes = testbed.nodes().stream().map(NodeSpec::id).toList();
  }

  /**
   * Measures for about so long, beside the start.
   *
   * @throws IOException if the nodes do not form a cluster
   */
  Measured measure(long seconds, Consumer<String> phase) throws IOException, InterruptedException {
    phase.accept("waiting until all nodes are on the bus");
    awaitJoined();
    open.voices().onRecord(log::take);
    FrameLayout layout = new FrameLayout(testbed.n(), testbed.bus().frameBytesMax());
    long eachMs =
        Math.max(FRAMES_MIN * testbed.timing().cycleNs() / NS_PER_MS, seconds * 1000 / SIZES);
    for (int i = 0; i < SIZES; i++) {
      int payload = layout.payloadBytesMax() * i / (SIZES - 1);
      phase.accept("frames of " + (layout.overheadBytes() + payload) + " bytes");
      size(payload, layout.overheadBytes() + payload, eachMs);
    }
    return Measured.of(log, testbed, damaged, heard);
  }

  private void awaitJoined() throws IOException, InterruptedException {
    long endNs = System.nanoTime() + JOINED_NS_MAX;
    while (!nodes.stream().allMatch(node -> open.voices().state(node).equals("joined"))) {
      if (System.nanoTime() > endNs) {
        throw new IOException(
            "the nodes do not form a cluster; ./deltabed wiring check says what is wrong");
      }
      Thread.sleep(LOOK_MS);
    }
  }

  /** A host that stands still throws nodes off the bus; they come back, and it is tried again. */
  private void size(int payload, int bytes, long forMs) throws IOException, InterruptedException {
    for (int i = 0; i < TRIES && log.sentOf(bytes) < (long) FRAMES_MIN * testbed.n(); i++) {
      for (long leftMs = forMs; leftMs > 0; leftMs -= ORDER_MS_MAX) {
        fill(payload, bytes, Math.min(leftMs, ORDER_MS_MAX));
      }
      awaitRecords(bytes);
    }
  }

  private void fill(int payload, int bytes, long forMs) throws IOException, InterruptedException {
    awaitJoined();
    if (!orders.fill(nodes, payload, forMs)) {
      throw new IOException("not every node fills its frames as it was told");
    }
    Tally from = open.bench().tally();
    Thread.sleep(forMs);
    Tally to = open.bench().tally();
    damaged.merge(bytes, to.allNoise() - from.allNoise(), Long::sum);
    heard.merge(bytes, to.allFrames() - from.allFrames(), Long::sum);
  }

  private void awaitRecords(int bytes) throws InterruptedException {
    long endNs = System.nanoTime() + RECORDS_NS_MAX;
    long before = -1;
    long now = log.sentOf(bytes);
    while ((now > before || now == 0) && System.nanoTime() < endNs) {
      Thread.sleep(4 * LOOK_MS);
      before = now;
      now = log.sentOf(bytes);
    }
  }
}
