package org.deltabed.simulator.run;

import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/**
 * When things happen in a run that is simulated: as they would on a testbed on which everything is
 * as it should be. All clocks agree.
 */
record SlotTimes(long startNs, int n, long turnaroundNs, Timing timing) {
  private static final long US = 1_000;

  /** When the nodes were switched on, a second after the world began. */
  static final long BOOT_NS = 1_000_000 * US;

  static SlotTimes of(Testbed testbed) {
    Timing timing = testbed.timing();
    long startNs = BOOT_NS + 3 * timing.cycleNs();
    return new SlotTimes(startNs, testbed.n(), testbed.bus().turnaroundNs(), timing);
  }

  long beginNs(long slot) {
    return startNs + slot * timing.slotNs();
  }

  /** Requests are made, and the run's first steps taken. */
  long askNs(long slot) {
    return beginNs(slot) + US;
  }

  long composeNs(long slot) {
    return beginNs(slot) + 2 * US;
  }

  long lineStartNs(long slot) {
    return beginNs(slot) + turnaroundNs;
  }

  /** So many frames, or sub-frames, later. */
  long lineEndNs(long slot, int frames) {
    return lineStartNs(slot) + frames * timing.frameNs();
  }

  /** Power is cut: well before the slot's step. */
  long cutNs(long slot) {
    return beginNs(slot) + timing.arrivalDeadlineNs() / 2;
  }

  long stepNs(long slot) {
    return beginNs(slot) + timing.arrivalDeadlineNs() + 50 * US;
  }
}
