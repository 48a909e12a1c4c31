package org.deltabed.simulator.explore;

import java.util.List;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.schedule.Liberties;

/**
 * What a lockstep exploration is about.
 *
 * @param automaton the processes
 * @param f how many may crash
 * @param asks by rank-1, how many requests each process gets, one at the start of each cycle
 * @param lateSlots in how many slots, from the first, a process may be asked or not yet; 0 where
 *     all are asked as early as can be
 * @param crashLayers in how many layers, from the first, processes may crash
 * @param layers how many layers there are
 * @param liberties what the bus may do to frames, in as many layers
 */
record LockstepSetting(
    Automaton automaton,
    int f,
    List<Integer> asks,
    int lateSlots,
    int crashLayers,
    int layers,
    Liberties liberties) {
  LockstepSetting {
    asks = List.copyOf(asks);
  }

  int n() {
    return automaton.n();
  }

  LockstepSetting withCrashes(int crashes) {
    return new LockstepSetting(automaton, crashes, asks, lateSlots, crashLayers, layers, liberties);
  }
}
