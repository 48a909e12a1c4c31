package org.deltabed.agent.shell;

import java.io.IOException;
import org.deltabed.agent.core.Node;
import org.deltabed.agent.core.Transmitter;
import org.deltabed.hardware.EchoFilter;
import org.deltabed.hardware.MonotonicClock;

/**
 * Between the node and a line that returns the node's own bytes: strips them from what is received,
 * and tells the node that they were on the line (F22). For the loop's thread; allocates nothing.
 */
final class EchoLine implements Transmitter {
  private static final int CHUNK_BYTES_MAX = 1024;

  private final Transmitter line;
  private final MonotonicClock clock;
  private final long patienceNs;
  private final EchoFilter filter;
  private final byte[] foreign;
  private long echoedBytes;

  /** Bytes of the burst that is expected, or was last, of which the filter does not know. */
  private int leftOut;

  private long mismatches;

  /**
   * @param burstBytesMax the most that the node sends in one slot
   * @param patienceNs an echo that has not come by then is spoilt
   */
  EchoLine(Transmitter line, MonotonicClock clock, int burstBytesMax, long patienceNs) {
    this.line = line;
    this.clock = clock;
    this.patienceNs = patienceNs;
    filter = new EchoFilter(burstBytesMax);
    foreign = new byte[CHUNK_BYTES_MAX + burstBytesMax];
  }

  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException {
    long nowNs = clock.nowNs();
    filter.expire(nowNs);
    int skipped = 0;
    if (!filter.isPending()) {
      // A burst's leading delimiter is left out: the filter would take the delimiter that ends a
      // foreign frame for it, and hold that frame back until more comes, if the own burst never
      // does.
      skipped = length > 0 && bytes[offset] == 0 ? 1 : 0;
      leftOut = skipped;
    }
    filter.sent(bytes, offset + skipped, length - skipped, nowNs + patienceNs);
    line.send(bytes, offset, length);
  }

  /** Gives the node what is foreign, and says what became of its own. */
  void receive(byte[] bytes, int length, long arrivalNs, Node node, long nowNs) {
    int count = filter.receive(bytes, length, arrivalNs, foreign);
    tell(node, arrivalNs, nowNs);
    if (count > 0) {
      node.received(foreign, 0, count, arrivalNs, nowNs);
    }
  }

  /** Gives up an echo that has not come. */
  void expire(Node node, long nowNs) {
    filter.expire(nowNs);
    tell(node, nowNs, nowNs);
  }

  private void tell(Node node, long arrivalNs, long nowNs) {
    if (filter.echoedBytes() > echoedBytes) {
      node.echoed(filter.echoedBytes() - echoedBytes + leftOut, arrivalNs, nowNs);
      echoedBytes = filter.echoedBytes();
    }
    if (filter.mismatches() > mismatches) {
      mismatches = filter.mismatches();
      node.echoSpoilt(nowNs);
    }
  }
}
