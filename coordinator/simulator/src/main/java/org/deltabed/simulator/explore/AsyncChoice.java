package org.deltabed.simulator.explore;

import org.deltabed.simulator.automaton.Frame;

/**
 * One action of an asynchronous run.
 *
 * @param message the message that arrives, alone in a frame, or null
 * @param crashed the process whose crash is detected, or 0
 */
record AsyncChoice(Kind kind, int process, Frame message, int crashed) {
  enum Kind {
    ASK,
    ARRIVE,
    DETECT,
    CRASH
  }
}
