package org.deltabed.lab.explore;

import org.deltabed.protocol.Direction;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.Happening;

/**
 * What a run in slots took, counted as explorations count it.
 *
 * @param decisionSlots how many slots had passed when the last indication of the top instance came
 * @param messages how many were sent in frames
 */
public record Costs(int decisionSlots, int messages) {
  static Costs of(Execution execution, String top) {
    int slots = 0;
    int messages = 0;
    for (Happening happening : execution.happenings()) {
      if (happening instanceof Happening.Framed framed) {
        messages += framed.messages();
      } else if (happening instanceof Happening.Did did
          && did.direction() == Direction.INDICATION
          && did.instance().equals(top)) {
        slots = Math.max(slots, did.time() + 1);
      }
    }
    return new Costs(slots, messages);
  }
}
