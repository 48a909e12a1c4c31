package org.deltabed.simulator.explore;

import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.schedule.Liberties;

/**
 * What an asynchronous exploration is about.
 *
 * @param tells whether crashes are detected: whether anybody listens
 * @param liberties what else the adversary may do
 */
record AsyncSetting(
    Automaton automaton, Situations situations, int f, boolean tells, Liberties liberties) {
  AsyncSetting withCrashes(int crashes) {
    return new AsyncSetting(
        automaton, situations, crashes + liberties.byzantine().size(), tells, liberties);
  }
}
