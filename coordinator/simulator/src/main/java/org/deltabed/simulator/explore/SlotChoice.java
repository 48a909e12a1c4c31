package org.deltabed.simulator.explore;

import java.util.List;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.LockstepSchedule.Harm;

/**
 * Who crashes in one slot, or in one round, who is asked when it begins, and what the bus does to
 * the slot's frame.
 */
record SlotChoice(List<Crash> crashes, List<Ask> asks, List<Harm> harms) {
  /** The bus does as it should. */
  SlotChoice(List<Crash> crashes, List<Ask> asks) {
    this(crashes, asks, List.of());
  }
}
