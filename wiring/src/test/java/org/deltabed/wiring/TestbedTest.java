package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Processes, nodes and the choice of a jitter. */
class TestbedTest {
  private final Testbed testbed = TestbedFile.load(Path.of("virtual-5.yaml"));

  @Test
  void virtual5() {
    assertEquals(5, testbed.n());
    assertEquals("node3", testbed.node(3).name());
    assertEquals(3, testbed.nodeById(3).process());
    assertEquals("node3.crash", testbed.node(3).pins().get("crash"));
    assertEquals(new JitterRange(10_000_000, 40_000_000, true), testbed.receiveJitterRange());
    assertEquals(10_000_000, testbed.bus().receiveJitterNs());
    assertTrue(testbed.bus().echo() && testbed.clock().shared() && testbed.broker().embedded());
  }

  @Test
  void aRunChoosesTheJitterWithinTheRange() {
    Testbed chosen = testbed.withReceiveJitterNs(40_000_000);
    assertEquals(40_000_000, chosen.bus().receiveJitterNs());
    assertEquals(testbed.receiveJitterRange(), chosen.receiveJitterRange());
    assertThrows(IllegalArgumentException.class, () -> testbed.withReceiveJitterNs(40_000_001));
    assertThrows(IllegalArgumentException.class, () -> testbed.withReceiveJitterNs(9_999_999));
  }

  @Test
  void overheadOfAFrame() {
    assertEquals(32, FrameOverhead.bytes(5));
    assertEquals(32, FrameOverhead.bytes(8));
    assertEquals(33, FrameOverhead.bytes(9));
    assertEquals(39, FrameOverhead.bytes(64));
  }
}
