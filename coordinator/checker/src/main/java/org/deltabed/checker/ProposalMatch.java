package org.deltabed.checker;

import java.util.Map;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Propose;

/**
 * Holds what was proposed against the plan: who lives proposes what was planned for it, who crashes
 * at most that.
 */
final class ProposalMatch {
  private static final String RULE = "evidence contradicts the plan";

  private ProposalMatch() {}

  static void check(
      RunTrace trace, Map<Integer, RunHistory.Found> proposed, Crashes crashes, Reasons reasons) {
    if (proposed.isEmpty()) {
      return; // a protocol without proposals, or nobody came so far: then there is no RUN_START
      // either
    }
    trace
        .run()
        .proposals()
        .forEach(
            (process, planned) -> {
              RunHistory.Found found = proposed.get(process);
              if (found == null
                  && trace.nodes().containsKey(process)
                  && !crashes.crashed(process)) {
                String text = trace.name(process) + " did not propose " + planned + " as planned";
                reasons.add(Verdict.INCOMPLETE, "no proposal", trace.nodeId(process), text, "");
              } else if (found != null
                  && !found.occurrence().event().equals(new Propose(new Num(planned)))) {
                String text =
                    trace.name(process)
                        + " was to propose "
                        + planned
                        + ", but it was "
                        + found.occurrence().event();
                reasons.add(trace.reason(Verdict.INCOMPLETE, RULE, process, found.seen(), 0, text));
              }
            });
  }
}
