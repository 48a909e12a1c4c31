package org.deltabed.wiring;

/** Rules that need the computed bounds (F41); the reasons are in docs/bounds.md. */
final class BoundRules {
  private static final long NS_PER_US = 1_000;
  private static final long PPM = 1_000_000;

  private BoundRules() {}

  static void check(Testbed testbed, YamlDocument document) {
    checkFrame(testbed, document);
    checkSlot(testbed, document);
    checkPrecision(testbed, document);
    checkDrift(testbed, document);
  }

  private static void checkFrame(Testbed testbed, YamlDocument document) {
    int overheadBytes = FrameOverhead.bytes(testbed.n());
    int givenBytes = testbed.bus().frameBytesMax();
    if (givenBytes <= overheadBytes) {
      throw document.bad(
          "/bus/frameBytesMax",
          "frames of %d bytes have no room for a payload: the overhead for n = %d is %d bytes"
              .formatted(givenBytes, testbed.n(), overheadBytes),
          "use at least " + (overheadBytes + 1));
    }
  }

  /** With a measured jitter the slot must hold for the greatest that a run may choose. */
  private static void checkSlot(Testbed testbed, YamlDocument document) {
    long jitterNs = testbed.receiveJitterRange().maxNs();
    BusSpec bus = testbed.bus().withReceiveJitterNs(jitterNs);
    long neededNs = Timing.slotNsNeeded(bus);
    if (testbed.slotNsMin() == 0 || testbed.slotNsMin() >= neededNs) {
      return;
    }
    throw document.bad(
        "/bus/slotUs",
        "slots of %d us are too short for %d baud: turnaround %d + %d frames of %d bytes %d + receive jitter %d + guard %d us"
            .formatted(
                testbed.slotNsMin() / NS_PER_US,
                bus.baudRate(),
                us(bus.turnaroundNs()),
                bus.subFrames(),
                bus.frameBytesMax(),
                us(Timing.burstNs(bus)),
                us(jitterNs),
                us(bus.guardNs())),
        "use at least " + us(neededNs) + ", or leave slotUs out");
  }

  /**
   * A sender may use J/2 of the jitter, the frame's way J/4; the readings of two clocks must not
   * differ by more than the J/4 that is left.
   */
  private static void checkPrecision(Testbed testbed, YamlDocument document) {
    long jitterNs = testbed.receiveJitterRange().minNs();
    long precisionNs = testbed.clock().precisionNs();
    if (precisionNs > jitterNs / 4) {
      throw document.bad(
          "/clock/precisionUs",
          "precision %d us is more than a quarter of the receive jitter %d us"
              .formatted(us(precisionNs), us(jitterNs)),
          "use a precision of at most %d, or a receive jitter of at least %d"
              .formatted(jitterNs / 4 / NS_PER_US, us(4 * precisionNs)));
    }
  }

  /** Clocks agree once in a cycle, in which two of them drift apart at twice the rate. */
  private static void checkDrift(Testbed testbed, YamlDocument document) {
    if (testbed.clock().shared()) {
      return;
    }
    Testbed slowest = testbed.withReceiveJitterNs(testbed.receiveJitterRange().maxNs());
    long driftNs =
        Math.ceilDiv(2L * testbed.clock().driftPpmMax() * slowest.timing().cycleNs(), PPM);
    if (driftNs > testbed.clock().precisionNs()) {
      throw document.bad(
          "/clock/driftPpmMax",
          "two clocks of %d ppm drift %d us apart in a cycle of %d us, more than the precision %d us"
              .formatted(
                  testbed.clock().driftPpmMax(),
                  us(driftNs),
                  us(slowest.timing().cycleNs()),
                  us(testbed.clock().precisionNs())),
          "use a precision of at least " + us(driftNs) + " us, better clocks or a shorter cycle");
    }
  }

  /** Whole microseconds, rounded up. */
  private static long us(long ns) {
    return Math.ceilDiv(ns, NS_PER_US);
  }
}
