package org.deltabed.hardware.virtual;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Moving a frame over the line allocates nothing once the code is compiled. */
class LineAllocationTest {

  private static final int BATCHES_MAX = 500;
  private static final int FRAMES = 500;

  private final byte[] frame = new byte[48];
  private long delivered;
  private long nowNs;

  @Test
  void steadyStateAllocatesNothing() {
    java.util.Arrays.fill(frame, 0, 47, (byte) 1);
    Line line = new Line(LineRig.SETTINGS, new LineObserver() {}, (receiver, value) -> delivered++);
    for (int port = 0; port < 5; port++) {
      line.powerOn(port);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int batch = 0;
    long allocated = Long.MAX_VALUE;
    while (allocated > 0 && batch++ < BATCHES_MAX) {
      long before = threads.getCurrentThreadAllocatedBytes();
      send(line);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertTrue(allocated == 0, "after " + batch + " batches still " + allocated + " bytes");
    assertTrue(delivered == (long) batch * FRAMES * frame.length * 4);
  }

  private void send(Line line) {
    for (int i = 0; i < FRAMES; i++) {
      line.advance(nowNs);
      line.offer(i % 5, frame, frame.length, nowNs);
      line.advance(nowNs);
      nowNs = line.nextDueNs(nowNs);
      line.advance(nowNs);
    }
  }
}
