package org.deltabed.simulator.explore;

import java.util.List;
import org.deltabed.simulator.automaton.Frame;

/**
 * One action of an asynchronous run.
 *
 * @param message the message that arrives, alone in a frame, or null
 * @param crashed the process that is suspected, or heard again, or 0
 * @param stale arrivals that come with it, since they make no difference
 */
record AsyncChoice(Kind kind, int process, Frame message, int crashed, List<AsyncChoice> stale) {
  AsyncChoice {
    stale = List.copyOf(stale);
  }

  static AsyncChoice arrive(int process, Frame message) {
    return new AsyncChoice(Kind.ARRIVE, process, message, 0, List.of());
  }

  AsyncChoice then(List<AsyncChoice> arrived) {
    return new AsyncChoice(kind, process, message, crashed, arrived);
  }

  enum Kind {
    ASK,
    ARRIVE,
    DETECT,
    RESTORE,
    CRASH
  }
}
