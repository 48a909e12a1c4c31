package org.deltabed.simulator.explore;

import org.deltabed.simulator.automaton.Automaton;

/**
 * What an asynchronous exploration is about.
 *
 * @param tells whether crashes are detected: whether anybody listens
 */
record AsyncSetting(Automaton automaton, Situations situations, int f, boolean tells) {
  AsyncSetting withCrashes(int crashes) {
    return new AsyncSetting(automaton, situations, crashes, tells);
  }
}
