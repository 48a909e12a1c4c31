package org.deltabed.lab.report;

import java.util.List;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.CrashFinding;
import org.deltabed.checker.Decision;
import org.deltabed.checker.Indication;
import org.deltabed.checker.PropertyFinding;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Suspicion;

/** The same as the diagram in words, with the records: also its text alternative. */
final class RunFacts {
  private static final int LISTED_MAX = 40;

  /** More indications than these are told in one row for each process. */
  private static final int SINGLE_MAX = 12;

  private final Html html;
  private final ReportSource folder;
  private final RecordLinks links;

  RunFacts(Html html, ReportSource folder, RecordLinks links) {
    this.html = html;
    this.folder = folder;
    this.links = links;
  }

  void write(RunVerdict run) {
    html.open("dl", "class", "facts");
    injected(folder.attempt(run.id()));
    decisions(run);
    indications(run);
    crashes(run);
    suspicions(run);
    properties(run);
    html.end();
  }

  private void injected(CampaignRun attempt) {
    if (attempt == null || attempt.faults().isEmpty()) {
      return;
    }
    html.open("div").leaf("dt", "Injected");
    attempt.faults().forEach(fault -> html.leaf("dd", FaultText.of(fault)));
    html.end();
  }

  private void decisions(RunVerdict run) {
    if (run.decisions().isEmpty() && !run.indications().isEmpty()) {
      return; // a protocol that indicates something else
    }
    html.open("div").leaf("dt", "Decisions");
    for (Decision decision : first(run.decisions())) {
      html.open("dd").text("p" + decision.process() + " decides ");
      html.leaf("b", Words.cut(decision.value(), 80));
      html.text(
          " in slot " + decision.slot() + ", " + Words.since(decision.timeNs() - run.startNs()));
      ref(decision.ref());
      html.end();
    }
    more(run.decisions());
    if (run.decisions().isEmpty()) {
      html.leaf("dd", "none"); // a detector indicates suspicions
    }
    html.end();
  }

  /** What a protocol gave its user beside decisions. */
  private void indications(RunVerdict run) {
    List<Indication> others =
        run.indications().stream().filter(one -> !one.event().equals("Decide")).toList();
    if (others.isEmpty()) {
      return;
    }
    html.open("div").leaf("dt", "Indications");
    if (others.size() > SINGLE_MAX) {
      new IndicationRows(html, links).write(others);
      html.end();
      return;
    }
    for (Indication one : others) {
      html.open("dd").text("p" + one.process() + " " + one.event() + " ");
      html.leaf("b", Words.cut(one.value(), 80));
      html.text(" in slot " + one.slot() + ", " + Words.since(one.timeNs() - run.startNs()));
      ref(one.ref());
      html.end();
    }
    html.end();
  }

  private void crashes(RunVerdict run) {
    if (run.crashes().isEmpty()) {
      return;
    }
    html.open("div").leaf("dt", "Crashes");
    for (CrashFinding crash : run.crashes()) {
      html.open("dd").text("p" + crash.process() + " (node " + crash.node() + ") alive at ");
      html.text(Words.since(crash.lastSignNs() - run.startNs()) + " (");
      links.text(html, crash.lastSign());
      html.text("), dead by " + Words.since(crash.firstProofNs() - run.startNs()) + " (");
      links.text(html, crash.firstProof());
      html.text(")").end();
    }
    html.end();
  }

  private void suspicions(RunVerdict run) {
    if (run.suspicions().isEmpty()) {
      return;
    }
    html.open("div").leaf("dt", "Suspicions");
    for (Suspicion suspicion : first(run.suspicions())) {
      html.open("dd").text("p" + suspicion.by() + " suspects p" + suspicion.of() + " at ");
      html.text(Words.since(suspicion.timeNs() - run.startNs()));
      html.text(
          suspicion.detectionNs() < 0
              ? ", which no crash explains"
              : ", " + Words.duration(suspicion.detectionNs()) + " after the last sign of life");
      ref(suspicion.ref());
      html.end();
    }
    more(run.suspicions());
    html.end();
  }

  private void properties(RunVerdict run) {
    if (run.properties().isEmpty()) {
      return;
    }
    List<PropertyFinding> broken = run.properties().stream().filter(p -> !p.holds()).toList();
    html.open("div").leaf("dt", "Properties");
    for (PropertyFinding property : broken) {
      html.open("dd", "class", "no")
          .text("✕ " + property.name() + " of " + property.instance() + ": ");
      links.text(html, property.explanation());
      property.refs().stream().limit(8).forEach(this::ref);
      html.end();
    }
    int held = run.properties().size() - broken.size();
    long cases =
        run.properties().stream().filter(PropertyFinding::holds).mapToLong(p -> p.checked()).sum();
    html.leaf("dd", "✓ " + held + " held, " + Words.count(cases, "case") + " checked").end();
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(LISTED_MAX, all.size()));
  }

  private void more(List<?> all) {
    if (all.size() > LISTED_MAX) {
      html.leaf("dd", Words.count(all.size() - LISTED_MAX) + " more, in verdict.json");
    }
  }

  private void ref(String ref) {
    html.text(" · ");
    links.text(html, ref);
  }
}
