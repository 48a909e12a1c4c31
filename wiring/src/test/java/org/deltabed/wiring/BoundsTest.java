package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The examples that docs/bounds.md works by hand. */
class BoundsTest {
  @Test
  void virtual5_asWorkedByHand() {
    Timing timing = TestbedFile.load(Path.of("virtual-5.yaml")).timing();
    assertEquals(
        new Timing(
            10_000, // byte
            960_000, // frame
            3_840_000, // burst
            17_860_000, // slot
            89_300_000, // cycle
            103_160_000, // delta
            107_160_000, // detection
            5_000_000, // send slack
            11_360_000, // arrival deadline
            13_860_000), // step deadline
        timing);
  }

  @Test
  void threeNodesAt115200Baud_asWorkedByHand() {
    assertEquals(
        new Timing(
            86_806,
            5_555_584,
            5_555_584,
            12_655_584,
            37_966_752,
            49_622_336,
            50_622_336,
            3_000_000,
            10_155_584,
            11_655_584),
        rs485().timing());
  }

  @Test
  void aLongerSlotLengthensCycleAndBoundsButNotTheDeadlinesInIt() {
    Testbed given = rs485();
    Testbed longer =
        new Testbed(
            given.name(),
            given.nodes(),
            given.bus(),
            given.clock(),
            given.broker(),
            given.pins(),
            given.receiveJitterRange(),
            20_000_000);
    Timing timing = longer.timing();
    assertEquals(20_000_000, timing.slotNs());
    assertEquals(60_000_000, timing.cycleNs());
    assertEquals(60_000_000 + 11_655_584, timing.deltaNs());
    assertEquals(80_000_000, timing.detectionBoundNs());
    assertEquals(11_655_584, timing.stepDeadlineNs());
  }

  @Test
  void aMeasuredJitterLengthensTheSlot() {
    Testbed testbed = TestbedFile.load(Path.of("virtual-5.yaml")).withReceiveJitterNs(20_000_000);
    assertEquals(27_860_000, testbed.timing().slotNs());
    assertEquals(5 * 27_860_000 + 23_860_000, testbed.timing().deltaNs());
  }

  private static Testbed rs485() {
    List<NodeSpec> nodes =
        IntStream.range(0, 3)
            .mapToObj(i -> new NodeSpec(i + 1, "n" + i, i, "/dev/ttyAMA0", Map.of(), "person"))
            .toList();
    BusSpec bus = new BusSpec(115_200, 64, 1, 100_000, 6_000_000, 1_000_000, true);
    ClockSpec clock = new ClockSpec(500_000, 50, false);
    return new Testbed("rs485", nodes, bus, clock, new BrokerSpec(true, "127.0.0.1", 0, false));
  }
}
