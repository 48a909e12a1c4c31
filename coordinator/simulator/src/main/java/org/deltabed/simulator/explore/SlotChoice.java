package org.deltabed.simulator.explore;

import java.util.List;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;

/** Who crashes in one slot, or in one round. */
record SlotChoice(List<Crash> crashes) {}
