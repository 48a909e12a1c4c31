package org.deltabed.checker;

import java.util.List;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.catalogue.Protocol;

/**
 * Holds what was asked of the processes against the plan: of who lives all that the workload gives
 * for its planned value, of who crashes a first part of it.
 */
final class RequestMatch {
  private static final String RULE = "evidence contradicts the plan";

  private final RunTrace trace;
  private final Protocol protocol;
  private final int requestsEach;
  private final Crashes crashes;
  private final Reasons reasons;

  RequestMatch(
      RunTrace trace, Protocol protocol, int requestsEach, Crashes crashes, Reasons reasons) {
    this.trace = trace;
    this.protocol = protocol;
    this.requestsEach = requestsEach;
    this.crashes = crashes;
    this.reasons = reasons;
  }

  void check(RunHistory occurrences) {
    trace
        .run()
        .proposals()
        .forEach(
            (process, value) -> {
              NodeTrace node = trace.nodes().get(process);
              if (node != null && node.runStart != null) { // else that is what is missing
                List<Event> planned =
                    protocol
                        .workload()
                        .requests(process, trace.testbed().n(), new Num(value), requestsEach);
                check(process, planned, occurrences.requests(protocol.top(), process));
              }
            });
  }

  private void check(int process, List<Event> planned, List<RunHistory.Found> found) {
    for (int k = 0; k < found.size(); k++) {
      Event event = found.get(k).occurrence().event();
      if (k >= planned.size() || !event.equals(planned.get(k))) {
        String text =
            k < planned.size()
                ? trace.name(process) + " was to " + planned.get(k) + ", but it was " + event
                : trace.name(process) + " was not to " + event;
        reasons.add(trace.reason(Verdict.INCOMPLETE, RULE, process, found.get(k).seen(), 0, text));
        return;
      }
    }
    long due = due(process, planned.size());
    if (found.size() < due) {
      String text = trace.name(process) + " did not " + planned.get(found.size()) + " as planned";
      reasons.add(Verdict.INCOMPLETE, "no request", trace.nodeId(process), text, "");
    }
  }

  /**
   * How many requests the records must show. The k-th is made when cycle k begins; who lives has
   * seen all cycles, and of who crashed or gave up those count that its records go beyond.
   */
  private long due(int process, int planned) {
    boolean whole =
        trace.ended(process)
            && !crashes.crashed(process)
            && trace.run().state() == RunState.COMPLETE;
    NodeTrace node = trace.nodes().get(process);
    long cycles =
        whole
            ? trace.run().rounds()
            : (trace.time().slotOf(node.latest.record()) + trace.testbed().n() - 1)
                / trace.testbed().n();
    return Math.min(planned, cycles);
  }
}
