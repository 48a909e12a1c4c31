package org.deltabed.checker;

import org.deltabed.trace.TraceRecord;
import org.deltabed.wiring.Testbed;

/**
 * Rounds and slots of one run.
 *
 * @param startRound bus round of the run's first round
 * @param startNs start of its slot 0; 0 when no node said it
 * @param n slots in a round
 * @param slotNs length of a slot
 */
record RunTime(long startRound, long startNs, int n, long slotNs) {
  static RunTime of(CampaignRun run, Testbed testbed, long startNs) {
    return new RunTime(run.startRound(), startNs, testbed.n(), testbed.timing().slotNs());
  }

  /**
   * Slots since the run's start in which a record lies: by its own round and slot, else by its
   * time.
   */
  long slotOf(TraceRecord record) {
    if (record.round() != TraceRecord.NONE && record.slot() != TraceRecord.NONE) {
      return Math.max(0, (record.round() - startRound) * n + record.slot());
    }
    return slotAt(record.timeNs());
  }

  /** Slots since the run's start; what was before it counts to slot 0. */
  long slotAt(long timeNs) {
    return startNs == 0
        ? 0
        : Math.max(0, Math.floorDiv(Durations.between(startNs, timeNs), slotNs));
  }

  /** Round of the run, counted from 1. */
  int roundOfSlot(long slot) {
    return (int) Math.min(Integer.MAX_VALUE, slot / n + 1);
  }

  int slotInRound(long slot) {
    return (int) (slot % n);
  }
}
