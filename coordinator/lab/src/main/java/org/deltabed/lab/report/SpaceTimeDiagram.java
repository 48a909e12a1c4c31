package org.deltabed.lab.report;

import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.RunVerdict;

/**
 * The space-time diagram of a run: processes as horizontal lines, time in slots, frames as arrows
 * from the sender's slot to each receiver's step. Every mark says its record when pointed at.
 */
final class SpaceTimeDiagram {
  /** Up to this width a diagram is fitted to the page; a wider one scrolls. */
  private static final double FITTED = 1400;

  private final Html html;
  private final ReportSource folder;
  private final RecordLinks links;
  private final RunVerdict run;
  private final CampaignRun attempt;
  private final DrawnRun trace;
  private final Geometry geometry;

  SpaceTimeDiagram(
      Html html,
      ReportSource folder,
      RecordLinks links,
      RunVerdict run,
      CampaignRun attempt,
      DrawnRun trace,
      Window window) {
    this.html = html;
    this.folder = folder;
    this.links = links;
    this.run = run;
    this.attempt = attempt;
    this.trace = trace;
    this.geometry =
        Geometry.of(trace, window, folder.testbed().n(), folder.timing().slotNs(), run.startNs());
  }

  void write() {
    String width = Words.at(geometry.width());
    String height = Words.at(geometry.height());
    html.line().open("figure", "class", "scroll", "tabindex", "0", "aria-label", alternative());
    html.open(
        "svg",
        "class",
        geometry.width() <= FITTED ? "st fitted" : "st",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        width,
        "height",
        height,
        "role",
        "group",
        "aria-label",
        alternative());
    new Backdrop(html, folder, attempt, run, geometry).write();
    new Traffic(html, folder, trace, geometry, attempt.startRound()).write();
    MarkPen pen = new MarkPen(html, links, geometry);
    new FaultMarks(html, pen, folder, trace, geometry).write(attempt);
    new Marks(pen, run, folder, geometry).write();
    html.end().end();
    notes();
  }

  private String alternative() {
    return "Space-time diagram of run "
        + run.id()
        + ": "
        + folder.testbed().n()
        + " processes, "
        + geometry.window().rounds()
        + " rounds. The list below tells the same in words.";
  }

  private void notes() {
    Window window = geometry.window();
    if (!window.whole()) {
      html.leaf(
          "p",
          "Rounds "
              + (window.first() + 1)
              + " to "
              + (window.first() + window.rounds())
              + " of "
              + window.of()
              + " are drawn, around what happened; the others are in the traces.",
          "class",
          "note");
    }
    if (trace.incidents.size() == DrawnRun.INCIDENTS_MAX) {
      html.leaf(
          "p",
          "Only the first " + DrawnRun.INCIDENTS_MAX + " incidents are drawn.",
          "class",
          "note");
    }
    if (trace.startNs.isEmpty()) {
      html.leaf("p", "No trace of this run tells when it began.", "class", "note");
    }
    if (!trace.damage.isEmpty()) {
      html.leaf("p", "A trace could be read only in part: " + trace.damage, "class", "note");
    }
  }
}
