package org.deltabed.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which attempts count. An attempt that was repeated does not, when its bound broke or the lab gave
 * it up: it stays in the report as what it was. One whose plan expects a broken bound counts with
 * it. No repetition excuses a violation: not of a property that is owed whatever the bus does, nor
 * any in a run that the lab gave up.
 */
final class Counting {
  private Counting() {}

  /** The verdicts in the same order, each told whether it counts. */
  static List<RunVerdict> mark(List<RunVerdict> verdicts, List<CampaignRun> runs) {
    Map<String, Integer> lastAttempt = new HashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      lastAttempt.put(runs.get(i).firstAttempt(), i);
    }
    List<RunVerdict> marked = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      boolean repeated = lastAttempt.get(runs.get(i).firstAttempt()) > i;
      marked.add(verdicts.get(i).counting(!(repeated && excused(verdicts.get(i), runs.get(i)))));
    }
    return marked;
  }

  private static boolean excused(RunVerdict verdict, CampaignRun run) {
    List<PropertyFinding> violated =
        verdict.properties().stream().filter(property -> !property.holds()).toList();
    return switch (verdict.verdict()) {
      case BOUND_BROKEN ->
          run.expect() != Verdict.BOUND_BROKEN
              && violated.stream().allMatch(PropertyFinding::needsDelta);
      case INCOMPLETE -> run.state() == RunState.ABORTED && violated.isEmpty();
      case PASS, VIOLATED -> false;
    };
  }
}
