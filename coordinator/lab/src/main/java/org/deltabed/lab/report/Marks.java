package org.deltabed.lab.report;

import org.deltabed.checker.CrashFinding;
import org.deltabed.checker.Decision;
import org.deltabed.checker.Reason;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Suspicion;
import org.deltabed.checker.Verdict;

/** What the checker found in a run, as marks: crashes, suspicions, decisions, the first reason. */
final class Marks {
  private final MarkPen pen;
  private final RunVerdict run;
  private final ReportSource folder;
  private final Geometry geometry;

  Marks(MarkPen pen, RunVerdict run, ReportSource folder, Geometry geometry) {
    this.pen = pen;
    this.run = run;
    this.folder = folder;
    this.geometry = geometry;
  }

  void write() {
    run.crashes().forEach(this::crash);
    run.suspicions().forEach(this::suspicion);
    decisions();
    new IndicationMarks(pen, geometry).write(run);
    run.reasons().stream()
        .filter(reason -> reason.verdict() != Verdict.PASS && reason.timeNs() != 0)
        .findFirst()
        .ifPresent(this::reason);
  }

  private void crash(CrashFinding crash) {
    if (crash.process() < 1 || crash.process() > geometry.n()) {
      return;
    }
    double x = geometry.x(0, crash.firstProofNs());
    double y = geometry.y(crash.process());
    boolean isDrawn = geometry.shows(0, crash.firstProofNs());
    boolean left = x > geometry.right() - 60;
    pen.mark(
        "crash",
        crash.firstProof(),
        "p"
            + crash.process()
            + " crashed between "
            + pen.since(crash.lastSignNs())
            + " and "
            + pen.since(crash.firstProofNs())
            + "\nlast sign of life: "
            + crash.lastSign()
            + "\nfirst proof of death: "
            + crash.firstProof(),
        svg -> {
          if (!isDrawn) { // before or after the rounds that are drawn
            String when = "crashed at " + pen.since(crash.firstProofNs());
            pen.label("note", left ? x - 4 : x + 4, y - 7, when, left ? "end" : "start");
            return;
          }
          pen.interval("evidence", crash.process(), crash.lastSignNs(), crash.firstProofNs());
          svg.empty(
              "path",
              "class",
              "x",
              "d",
              "M" + Words.at(x - 5) + " " + Words.at(y - 5) + "l10 10m-10 0l10-10");
          pen.label("note", left ? x - 9 : x + 9, y - 7, "crashed", left ? "end" : "start");
        });
  }

  private void suspicion(Suspicion suspicion) {
    if (!geometry.shows(suspicion.by(), suspicion.timeNs())) {
      return;
    }
    double x = geometry.x(suspicion.by(), suspicion.timeNs());
    double y = geometry.y(suspicion.by());
    String when =
        suspicion.detectionNs() < 0
            ? "no crash explains it"
            : Words.duration(suspicion.detectionNs()) + " after the last sign of life";
    pen.mark(
        suspicion.detectionNs() < 0 ? "suspicion false" : "suspicion",
        suspicion.ref(),
        "p"
            + suspicion.by()
            + " suspects p"
            + suspicion.of()
            + "\n"
            + Words.since(suspicion.timeNs() - geometry.startNs())
            + ", "
            + when
            + "\n"
            + suspicion.ref(),
        svg -> {
          svg.empty(
              "path",
              "d",
              "M" + Words.at(x) + " " + Words.at(y - 5.5) + "l5.5 5.5-5.5 5.5-5.5-5.5z");
          pen.label("note", x, y + 17, "†p" + suspicion.of(), "middle");
        });
  }

  /** Equal values look alike; a second value has another shape and says that it differs. */
  private void decisions() {
    String firstValue = run.decisions().isEmpty() ? "" : run.decisions().getFirst().value();
    for (Decision decision : run.decisions()) {
      if (!geometry.shows(decision.process(), decision.timeNs())) {
        continue;
      }
      boolean same = decision.value().equals(firstValue);
      String text = (same ? "" : "≠ ") + Words.cut(decision.value(), 9);
      double x = geometry.x(decision.process(), decision.timeNs());
      double y = geometry.y(decision.process());
      double width = 12 + 7.2 * text.codePointCount(0, text.length());
      double left = Math.min(x - 6, geometry.width() - width - 1);
      pen.mark(
          same ? "decision" : "decision other",
          decision.ref(),
          "p"
              + decision.process()
              + " decides "
              + Words.cut(decision.value(), 200)
              + "\n"
              + Words.since(decision.timeNs() - geometry.startNs())
              + ", slot "
              + decision.slot()
              + "\n"
              + decision.ref(),
          svg -> {
            svg.empty(
                "path",
                "class",
                "stem",
                "d",
                "M" + Words.at(x) + " " + Words.at(y - 10) + "V" + Words.at(y));
            svg.empty("circle", "cx", Words.at(x), "cy", Words.at(y), "r", "4.5");
            svg.empty(
                "rect",
                "x",
                Words.at(left),
                "y",
                Words.at(y - 23),
                "width",
                Words.at(width),
                "height",
                "15",
                "rx",
                same ? "7.5" : "1");
            pen.label("value", left + width / 2, y - 11.8, text, "middle");
          });
    }
  }

  private void reason(Reason reason) {
    int process = folder.processOf(reason.node());
    if (!geometry.shows(process, reason.timeNs())) {
      return;
    }
    double x = geometry.x(process, reason.timeNs());
    VerdictWords words = VerdictWords.of(reason.verdict());
    pen.mark(
        "reason " + words.cssClass(),
        reason.ref(),
        reason.rule() + ": " + reason.text() + "\n" + reason.ref(),
        svg -> {
          svg.empty("path", "d", "M" + Words.at(x) + " 22V" + Words.at(geometry.lanesEnd()));
          boolean left = x > geometry.right() - 150;
          pen.label(
              "flag",
              left ? x - 5 : x + 5,
              27,
              "✕ " + Words.cut(reason.rule(), 32),
              left ? "end" : "start");
        });
  }
}
