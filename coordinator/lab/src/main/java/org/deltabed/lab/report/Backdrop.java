package org.deltabed.lab.report;

import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.CrashFinding;
import org.deltabed.checker.RunVerdict;
import org.deltabed.wiring.NodeSpec;

/** What a space-time diagram is drawn on: rounds, slots, lanes with their names, the time axis. */
final class Backdrop {
  private final Html html;
  private final ReportSource folder;
  private final CampaignRun attempt;
  private final RunVerdict run;
  private final Geometry geometry;

  Backdrop(Html html, ReportSource folder, CampaignRun attempt, RunVerdict run, Geometry geometry) {
    this.html = html;
    this.folder = folder;
    this.attempt = attempt;
    this.run = run;
    this.geometry = geometry;
  }

  void write() {
    rounds();
    slotGrid();
    for (int process = 1; process <= geometry.n(); process++) {
      lane(process);
    }
  }

  private void rounds() {
    Window window = geometry.window();
    double roundWidth = geometry.n() * geometry.slotWidth();
    for (int i = 0; i < window.rounds(); i++) {
      int round = window.first() + i;
      double x = Geometry.LEFT + i * roundWidth;
      html.empty(
          "rect",
          "class",
          round % 2 == 0 ? "round" : "round odd",
          "x",
          Words.at(x),
          "y",
          Words.at(Geometry.TOP),
          "width",
          Words.at(roundWidth),
          "height",
          Words.at(geometry.lanesEnd() - Geometry.TOP));
      label("axis", x + 3, 14, "round " + (round + 1));
      label(
          "axis",
          x + 3,
          geometry.lanesEnd() + 18,
          round == 0 ? "0" : Words.duration(round * folder.timing().cycleNs()));
    }
  }

  /** Hairlines between slots, heavier between rounds, and each slot's owner above it. */
  private void slotGrid() {
    StringBuilder fine = new StringBuilder();
    StringBuilder heavy = new StringBuilder();
    int slots = geometry.n() * geometry.window().rounds();
    for (int i = 0; i <= slots; i++) {
      double x = Geometry.LEFT + i * geometry.slotWidth();
      boolean round = i % geometry.n() == 0;
      (round ? heavy : fine)
          .append('M')
          .append(Words.at(x))
          .append(' ')
          .append(Words.at(Geometry.TOP - (round ? 34 : 0)))
          .append('V')
          .append(Words.at(geometry.lanesEnd() + (round ? 22 : 0)));
      if (i < slots) {
        label("tick", x + geometry.slotWidth() / 2, Geometry.TOP - 8, "" + (i % geometry.n() + 1));
      }
    }
    html.empty("path", "class", "fine", "d", fine.toString());
    html.empty("path", "class", "heavy", "d", heavy.toString());
  }

  private void lane(int process) {
    NodeSpec node = folder.testbed().node(process);
    double y = geometry.y(process);
    label("name", 8, y - 1, "p" + process);
    String asked = OutcomeWords.asked(folder, process, attempt.proposals().get(process));
    label(
        "sub", 34, y - 1, node.name().isEmpty() ? "node " + node.id() : Words.cut(node.name(), 11));
    if (!asked.isEmpty()) {
      label("sub", 8, y + 13, Words.cut(asked, 19));
    }
    double death = geometry.right();
    for (CrashFinding crash : run.crashes()) {
      if (crash.process() == process) {
        death = Math.min(death, geometry.x(0, crash.firstProofNs()));
      }
    }
    String at = Words.at(y);
    html.empty(
        "path",
        "class",
        "life",
        "d",
        "M" + Words.at(Geometry.LEFT) + " " + at + "H" + Words.at(death));
    if (death < geometry.right()) {
      html.empty(
          "path",
          "class",
          "dead",
          "d",
          "M" + Words.at(death) + " " + at + "H" + Words.at(geometry.right()));
    }
  }

  private void label(String cssClass, double x, double y, String text) {
    html.leaf("text", text, "class", cssClass, "x", Words.at(x), "y", Words.at(y));
  }
}
