package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether the evidence of one run is there from its start to its end, for each node and for the
 * witness.
 */
final class RunCompleteness {
  /** A boot whose last record only its successor can name. */
  private record OwedEnd(int node, int boot) {}

  private final RunTrace trace;
  private final Crashes crashes;
  private final Reasons reasons;
  private final List<OwedEnd> owed = new ArrayList<>();

  RunCompleteness(RunTrace trace, Crashes crashes, Reasons reasons) {
    this.trace = trace;
    this.crashes = crashes;
    this.reasons = reasons;
  }

  /**
   * Looks at the run's own records. The result looks at the numbers once those of all files are
   * known; it keeps no records until then.
   */
  Consumer<Completeness> check() {
    if (trace.run().state() != RunState.COMPLETE) {
      incomplete("aborted run", 0, "the lab aborted the run: " + trace.run().reason(), "");
    }
    WitnessTrace witness = trace.witness();
    if (witness == null || witness.records == 0) {
      incomplete("no witness", 0, "there is no record of the lab's witness", "");
    }
    trace.processes().forEach(this::node);
    trace.foreign().forEach(this::foreign);
    String run = trace.run().id();
    long witnessSeq = witness == null || witness.ended ? -1 : witness.lastSeq;
    List<OwedEnd> ends = List.copyOf(owed);
    Reasons kept = reasons;
    return numbers -> numbers(numbers, kept, run, ends, witnessSeq);
  }

  private static void numbers(
      Completeness numbers, Reasons reasons, String run, List<OwedEnd> owed, long witnessSeq) {
    reasons.addAll(numbers.ofRun(run));
    for (OwedEnd end : owed) {
      if (!numbers.endIsKnown(end.node(), end.boot())) {
        String text =
            "no later boot of node "
                + end.node()
                + " says which was the last record of boot "
                + end.boot();
        reasons.add(Verdict.INCOMPLETE, "unknown end", end.node(), text, "");
      }
    }
    if (witnessSeq >= 0 && !numbers.witnessGoesOn(witnessSeq)) {
      String text =
          "nothing shows that record "
              + witnessSeq
              + " of the lab's witness is its last of this run";
      reasons.add(Verdict.INCOMPLETE, "no end of the witness", 0, text, "");
    }
  }

  private void foreign(NodeTrace other) {
    String text =
        "boot "
            + other.file.boot()
            + " of node "
            + other.file.node()
            + " is not the process that began the run; its records do not count";
    reasons.add(Verdict.PASS, "another boot", other.file.node(), text, other.file.name());
  }

  private void node(int process) {
    int node = trace.nodeId(process);
    NodeTrace records = trace.nodes().get(process);
    if (records == null || records.runStart == null) {
      incomplete("no RUN_START", node, trace.name(process) + " has no RUN_START in this run", "");
      return;
    }
    clock(process, records);
    start(process, records);
    if (records.runEnd != null) {
      end(process, records);
    } else if (crashes.crashed(process)) {
      owed.add(new OwedEnd(node, records.file.boot()));
    } else {
      String text = trace.name(process) + " is not known to have crashed, and has no RUN_END";
      incomplete("no RUN_END", node, text, "");
    }
  }

  private void start(int process, NodeTrace records) {
    long round = records.runStart.record().round();
    if (round != trace.run().startRound()) {
      String text =
          trace.name(process)
              + " began the run in round "
              + round
              + " of the bus instead of "
              + trace.run().startRound();
      incomplete("another start", trace.nodeId(process), text, records.runStart.ref());
    }
    long apartNs = Durations.between(trace.time().startNs(), records.runStart.record().a());
    long earliestNs = trace.time().startNs();
    long uncertaintyNs =
        records.clock.uncertaintyNs(earliestNs)
            + trace.nodes().values().stream()
                .mapToLong(node -> node.clock.uncertaintyNs(earliestNs))
                .filter(ns -> ns < ClockOffset.UNKNOWN_NS)
                .max()
                .orElse(0);
    if (records.clock.known() && apartNs - uncertaintyNs > trace.time().slotNs()) {
      String text =
          trace.name(process)
              + " began the run "
              + Durations.text(apartNs)
              + " after the first node: more than a slot apart";
      incomplete("starts disagree", trace.nodeId(process), text, records.runStart.ref());
    }
  }

  private void clock(int process, NodeTrace records) {
    if (!records.clock.known()) {
      String why =
          records.clock.consistent()
              ? ": no edge of a SYNC wire and no frame that the lab heard says how it stands to the"
                  + " lab's"
              : ": what its edges and frames say contradicts itself, or its drift is beyond the"
                  + " wiring's";
      incomplete(
          "no common clock",
          trace.nodeId(process),
          "the clock of "
              + trace.name(process)
              + " is not known"
              + why
              + ". Its delays and detection times cannot be judged",
          records.runStart.ref());
    }
  }

  /** RUN_END says how many records the run has, itself and RUN_START included. */
  private void end(int process, NodeTrace records) {
    long said = records.runEnd.record().a();
    long counted = records.runEnd.record().seq() - records.runStart.record().seq() + 1;
    if (said != counted) {
      String text =
          trace.name(process)
              + " says that the run has "
              + said
              + " records, from RUN_START to RUN_END there are "
              + counted;
      incomplete("miscounted run", trace.nodeId(process), text, records.runEnd.ref());
    }
  }

  private void incomplete(String rule, int node, String text, String ref) {
    reasons.add(Verdict.INCOMPLETE, rule, node, text, ref);
  }
}
