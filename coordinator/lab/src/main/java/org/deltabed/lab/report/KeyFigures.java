package org.deltabed.lab.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;

/** The figures that a reader compares first, each against its bound. */
final class KeyFigures {
  private final Html html;
  private final ReportSource folder;
  private final CampaignVerdict verdict;

  KeyFigures(Html html, ReportSource folder) {
    this.html = html;
    this.folder = folder;
    this.verdict = folder.verdict();
  }

  void write() {
    html.open("dl", "class", "figures");
    figure("Runs", Words.count(verdict.runs().size()), outcomes());
    measured(
        "Slowest delivery",
        verdict.maxDelayNs(),
        verdict.delayUncertaintyNs(),
        verdict.deltaNs(),
        "δ");
    measured(
        "Slowest detection", verdict.maxDetectionNs(), null, verdict.detectionBoundNs(), "bound");
    figure(
        "Late frames",
        Words.count(verdict.lateFrames()),
        "of "
            + Words.count(verdict.reliability().timed())
            + " timed"
            + (verdict.lateFramesAll() == verdict.lateFrames()
                ? ""
                : "; " + Words.count(verdict.lateFramesAll()) + " in all attempts"));
    figure(
        "Slot",
        Words.duration(folder.timing().slotNs()),
        Words.duration(folder.timing().cycleNs()) + " a cycle of " + folder.testbed().n());
    html.end();
  }

  private void figure(String name, String value, String note) {
    html.open("div").leaf("dt", name).leaf("dd", value).leaf("dd", note, "class", "note").end();
  }

  private void measured(String name, long valueNs, Long uncertaintyNs, long boundNs, String bound) {
    html.open("div").leaf("dt", name);
    if (valueNs < 0) {
      html.leaf("dd", "–").leaf("dd", bound + " " + Words.duration(boundNs), "class", "note").end();
      return;
    }
    html.leaf("dd", Words.duration(valueNs));
    html.leaf(
        "dd",
        (uncertaintyNs == null ? "" : "± " + Words.duration(uncertaintyNs) + "; ")
            + Words.percent(valueNs, boundNs)
            + " of "
            + bound
            + " "
            + Words.duration(boundNs),
        "class",
        "note");
    gauge(valueNs, boundNs);
    html.end();
  }

  /** A bar up to the bound; what is beyond it is drawn beyond it. */
  private void gauge(long valueNs, long boundNs) {
    double width = Math.min(120, 100.0 * valueNs / Math.max(1, boundNs));
    html.open("dd", "aria-hidden", "true");
    html.open("svg", "class", "gauge", "viewBox", "0 0 122 10", "preserveAspectRatio", "none");
    html.empty("rect", "class", "track", "y", "3", "width", "100", "height", "4");
    html.empty(
        "rect",
        "class",
        valueNs > boundNs ? "over" : "under",
        "y",
        "3",
        "width",
        Words.at(width),
        "height",
        "4");
    html.empty("path", "class", "bound", "d", "M100 0v10");
    html.end().end();
  }

  private String outcomes() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (RunVerdict run : verdict.runs()) {
      counts.merge(run.verdict(), 1, Integer::sum);
    }
    StringJoiner outcomes = new StringJoiner(", ");
    counts.forEach(
        (verdict, count) -> outcomes.add(count + " " + verdict.name().replace('_', ' ')));
    return outcomes.toString();
  }
}
