package org.deltabed.lab.witness;

import java.util.function.LongConsumer;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/** When slots begin, as the frames on the line show it. */
public final class LineSchedule {

  private final int n;
  private final Timing timing;
  private final long turnaroundNs;
  private final LongConsumer onRound;
  private long round = -1;
  private int slot;
  private long slotStartNs;

  /** Tells {@code onRound} of each new round, on the thread that saw it. */
  public LineSchedule(Testbed testbed, LongConsumer onRound) {
    this.onRound = onRound;
    n = testbed.n();
    timing = testbed.timing();
    turnaroundNs = testbed.bus().turnaroundNs();
  }

  /** A frame of that slot began at that time. */
  public synchronized void seen(long frameRound, int frameSlot, long frameStartNs) {
    if (frameRound == round && frameSlot == slot) {
      return; // a later sub-frame of the same slot
    }
    if (frameRound != round) {
      onRound.accept(frameRound);
    }
    round = frameRound;
    slot = frameSlot;
    slotStartNs = frameStartNs - turnaroundNs;
  }

  /** In whose slot something began at that time; -1 while no frame has been seen. */
  public synchronized int slotAt(long timeNs) {
    return round < 0
        ? -1
        : Math.floorMod(slot + Math.floorDiv(timeNs - slotStartNs, timing.slotNs()), n);
  }

  /** Round of the last frame; -1 before the first. */
  public synchronized long round() {
    return round;
  }

  /**
   * Middle of a slot, on the host's monotonic clock; {@link Long#MAX_VALUE} while no frame has been
   * seen.
   */
  public synchronized long middleNs(long ofRound, int ofSlot) {
    if (round < 0) {
      return Long.MAX_VALUE;
    }
    long slots = (ofRound - round) * n + (ofSlot - slot);
    return slotStartNs + slots * timing.slotNs() + timing.slotNs() / 2;
  }
}
