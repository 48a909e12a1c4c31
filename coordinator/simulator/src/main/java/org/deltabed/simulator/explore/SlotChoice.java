package org.deltabed.simulator.explore;

import java.util.List;
import org.deltabed.simulator.schedule.LockstepSchedule.Ask;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;

/** Who crashes in one slot, or in one round, and who is asked when it begins. */
record SlotChoice(List<Crash> crashes, List<Ask> asks) {}
