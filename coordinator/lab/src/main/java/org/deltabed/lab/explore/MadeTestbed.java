package org.deltabed.lab.explore;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deltabed.wiring.BrokerSpec;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.ClockSpec;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/** A testbed for the timed adversary where no file describes one of that size. */
public final class MadeTestbed {
  private static final int BAUD_RATE = 1_000_000;
  private static final int FRAME_BYTES_MAX = 96;
  private static final long TURNAROUND_NS = 20_000;
  private static final long JITTER_NS = 10_000_000;
  private static final long GUARD_NS = 4_000_000;
  private static final long PRECISION_NS = 2_000_000;
  private static final int DRIFT_PPM_MAX = 100;

  private MadeTestbed() {}

  /** What the files of the virtual testbeds have, for n nodes. */
  public static Testbed of(int n) {
    List<NodeSpec> nodes =
        IntStream.rangeClosed(1, n)
            .mapToObj(
                id -> new NodeSpec(id, "node" + id, id - 1, NodeSpec.VIRTUAL, Map.of(), "process"))
            .toList();
    return new Testbed(
        "virtual-" + n,
        nodes,
        new BusSpec(
            BAUD_RATE,
            FRAME_BYTES_MAX,
            Math.max(1, n - 1),
            TURNAROUND_NS,
            JITTER_NS,
            GUARD_NS,
            true),
        new ClockSpec(PRECISION_NS, DRIFT_PPM_MAX, true),
        new BrokerSpec(true, "127.0.0.1", 0, false));
  }
}
