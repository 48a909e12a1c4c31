package org.deltabed.wiring;

/**
 * The bounds that follow from a testbed; formulas and worked examples are in docs/bounds.md. The
 * last three are offsets from a slot's start on a node's clock.
 *
 * @param byteNs one byte on the line: 10 bit times (8N1), rounded up
 * @param frameNs the longest frame
 * @param burstNs the longest transmission in a slot: {@code subFrames} longest frames
 * @param slotNs turnaround + burst + J + guard, or the longer slot that the file gives
 * @param cycleNs n slots
 * @param deltaNs δ: from handing a message to the bus to its delivery step
 * @param detectionBoundNs from a crash to the step that raises it
 * @param sendSlackNs a sender that composes later than this has missed its slot: J/2
 * @param arrivalDeadlineNs a frame that arrives later is late; the delivery step is due: turnaround
 *     + burst + 3J/4
 * @param stepDeadlineNs the delivery step must have begun: turnaround + burst + J
 */
public record Timing(
    long byteNs,
    long frameNs,
    long burstNs,
    long slotNs,
    long cycleNs,
    long deltaNs,
    long detectionBoundNs,
    long sendSlackNs,
    long arrivalDeadlineNs,
    long stepDeadlineNs) {

  /** Start bit, eight data bits, stop bit. */
  private static final long BITS_PER_BYTE = 10;

  private static final long NS_PER_S = 1_000_000_000L;

  /** The bounds of a testbed with the jitter now in force. */
  public static Timing of(Testbed testbed) {
    BusSpec bus = testbed.bus();
    long jitterNs = bus.receiveJitterNs();
    long burstNs = burstNs(bus);
    long burstEndNs = bus.turnaroundNs() + burstNs;
    long stepDeadlineNs = burstEndNs + jitterNs;
    long slotNs = Math.max(slotNsNeeded(bus), testbed.slotNsMin());
    long cycleNs = testbed.n() * slotNs;
    return new Timing(
        byteNs(bus),
        frameNs(bus),
        burstNs,
        slotNs,
        cycleNs,
        cycleNs + stepDeadlineNs,
        cycleNs + slotNs,
        jitterNs / 2,
        burstEndNs + 3 * jitterNs / 4,
        stepDeadlineNs);
  }

  /** The shortest slot on this bus. */
  static long slotNsNeeded(BusSpec bus) {
    return bus.turnaroundNs() + burstNs(bus) + bus.receiveJitterNs() + bus.guardNs();
  }

  static long burstNs(BusSpec bus) {
    return bus.subFrames() * frameNs(bus);
  }

  private static long frameNs(BusSpec bus) {
    return bus.frameBytesMax() * byteNs(bus);
  }

  /** Rounded up, so that the bounds hold. */
  private static long byteNs(BusSpec bus) {
    return Math.ceilDiv(BITS_PER_BYTE * NS_PER_S, bus.baudRate());
  }
}
