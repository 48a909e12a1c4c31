package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Judges every property of the protocol, of its top instance and of those below, on the history of
 * a run.
 */
final class PropertyJudge {
  private final RunTrace trace;
  private final Protocol protocol;
  private final RunHistory occurrences;
  private final Reasons reasons;
  private final boolean beyondF;
  private final LostRecords lost;

  /**
   * @param lost what crashed processes lost of their records
   * @param beyondF whether more processes are faulty than the plan allows for
   */
  PropertyJudge(
      RunTrace trace,
      Protocol protocol,
      RunHistory occurrences,
      Reasons reasons,
      LostRecords lost,
      boolean beyondF) {
    this.lost = lost;
    this.beyondF = beyondF;
    this.trace = trace;
    this.protocol = protocol;
    this.occurrences = occurrences;
    this.reasons = reasons;
  }

  List<PropertyFinding> judge(History history) {
    List<PropertyFinding> findings = new ArrayList<>();
    boolean givenUp = trace.run().state() == RunState.ABORTED;
    for (Property property : protocol.properties()) {
      if (givenUp && property.isLiveness()) {
        findings.add(notOwed(property, "the lab gave the run up before its end"));
        continue;
      }
      if (beyondF && !protocol.model().owesBeyondF(property)) {
        findings.add(notOwed(property, "more processes are faulty than it is promised for"));
        continue;
      }
      Outcome outcome = property.check(history);
      if (!outcome.holds() && lost.mayExplain(property)) {
        findings.add(notOwed(property, lost.inWords()));
        reasons.add(unknown(property, outcome));
        continue;
      }
      findings.add(
          new PropertyFinding(
              property.name(),
              property.instance(),
              outcome.holds(),
              outcome.checked(),
              property.needsDelta(),
              outcome.holds() && outcome.judged() ? "" : outcome.explanation(),
              outcome.refs()));
      if (!outcome.holds()) {
        reasons.add(reason(property, outcome));
      }
    }
    return findings;
  }

  /** What is not owed cannot be missing: in a run that was cut short, or with too many crashes. */
  private static PropertyFinding notOwed(Property property, String why) {
    return new PropertyFinding(
        property.name(),
        property.instance(),
        true,
        0,
        property.needsDelta(),
        "not judged: " + why,
        List.of());
  }

  private Reason unknown(Property property, Outcome outcome) {
    String text =
        lost.inWords()
            + ". So it is not known whether "
            + property.name()
            + " ("
            + property.instance()
            + ") is broken: "
            + outcome.explanation();
    return new Reason(
        Verdict.INCOMPLETE, "lost records", lost.node(), 0, -1, 0, 0, text, lost.ref());
  }

  private Reason reason(Property property, Outcome outcome) {
    String text = property.name() + " (" + property.instance() + "): " + outcome.explanation();
    for (String ref : outcome.refs().reversed()) {
      RunHistory.Found found = occurrences.byRef(ref);
      if (found != null) {
        long slot = found.occurrence().slot();
        return new Reason(
            Verdict.VIOLATED,
            property.name(),
            trace.nodeId(found.occurrence().process()),
            trace.time().roundOfSlot(slot),
            trace.time().slotInRound(slot),
            found.occurrence().timeNs(),
            0,
            text,
            ref);
      }
    }
    return new Reason(Verdict.VIOLATED, property.name(), 0, 0, -1, 0, 0, text, "");
  }
}
