package org.deltabed.agent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.wiring.Testbed;
import org.junit.jupiter.api.Test;

/** Two nodes in a run of a detector, whose frames are recorded and carry no messages. */
class FramePathAllocationTest {
  private static final int WARM_UP_TURNS = 20_000;
  private static final int MEASURED_TURNS = 20_000;
  private static final int ROUNDS = 100_000;
  private static final long BYTE_NS = 10_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Testbed testbed = Cluster.testbed(2);
  private final byte[] flight = new byte[256];
  private int flightBytes;
  private int flightFrom;
  private long nowNs;
  private final Node[] nodes = new Node[2];

  @Test
  void framesOfASteadyRunAllocateNothing() {
    for (int i = 0; i < 2; i++) {
      nodes[i] = new Node(settings(i), new Nothing(), sending(i), nowNs);
    }
    turns(200);
    for (int i = 0; i < 2; i++) {
      RunOrder order =
          new RunOrder(
              "r", Cluster.NONCE, "D2", "", testbed.hash(), List.of(1, 1), 1, ROUNDS, 0, 1, null);
      nodes[i].prepare(Run.prepare(order, settings(i), new Nothing()), nowNs);
      nodes[i].start(Cluster.NONCE, nodes[0].round() + 2, nowNs);
    }
    turns(WARM_UP_TURNS);
    assertEquals(RunState.RUNNING, nodes[0].run().state());
    assertEquals(0b11, nodes[0].heard());
    long before = THREADS.getCurrentThreadAllocatedBytes();
    turns(MEASURED_TURNS);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    // The two readings themselves may cost some bytes; a single one per turn would be 20,000.
    assertEquals(0, allocated / 1_000, "bytes allocated in " + MEASURED_TURNS + " turns");
  }

  private NodeSettings settings(int index) {
    return NodeSettings.of(testbed, index + 1, 1, Cluster.SESSION, Cluster.KEY);
  }

  private Transmitter sending(int from) {
    return (bytes, offset, length) -> {
      System.arraycopy(bytes, offset, flight, 0, length);
      flightBytes = length;
      flightFrom = from;
    };
  }

  private void turns(int count) {
    for (int i = 0; i < count; i++) {
      if (flightBytes > 0) {
        int length = flightBytes;
        flightBytes = 0;
        nowNs += length * BYTE_NS + StartUp.LATENCY_NS;
        nodes[1 - flightFrom].received(flight, 0, length, nowNs, nowNs);
      }
      Node next = nodes[0].dueNs() <= nodes[1].dueNs() ? nodes[0] : nodes[1];
      nowNs = Math.max(nowNs, next.dueNs());
      next.act(nowNs);
    }
  }

  /** Drops records. */
  private static final class Nothing implements Journal {
    private long records;

    @Override
    public void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {
      records++;
    }

    @Override
    public void add(
        Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data) {
      records++;
    }

    @Override
    public void force() {}

    @Override
    public long records() {
      return records;
    }
  }
}
