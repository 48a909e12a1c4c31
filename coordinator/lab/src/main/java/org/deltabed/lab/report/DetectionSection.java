package org.deltabed.lab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.Detection;

/** How long it took each survivor to detect each crash, against the bound. */
final class DetectionSection {
  private static final int ROWS_MAX = 60;
  private static final double LEFT = 96;
  private static final double WIDTH = 784;
  private static final double ROW = 18;
  private static final double TOP = 30;

  private final Html html;
  private final RecordLinks links;
  private final CampaignVerdict verdict;
  private final long endNs;

  DetectionSection(Html html, ReportSource folder, RecordLinks links) {
    this.html = html;
    this.links = links;
    this.verdict = folder.verdict();
    long reachedNs = Math.max(verdict.detectionBoundNs(), verdict.maxDetectionNs());
    this.endNs = Math.max(1, Math.round(reachedNs * 1.06));
  }

  void write() {
    html.line().open("section", "id", "detection").leaf("h2", "Detection of crashes");
    if (verdict.detections().isEmpty()) {
      html.leaf(
          "p",
          "No crash was detected in a run that counts. The bound is "
              + Words.duration(verdict.detectionBoundNs())
              + ": a cycle and a slot.");
    } else {
      html.leaf(
          "p",
          Words.count(verdict.detections().size(), "detection")
              + ", a row for each crash and a dot for each survivor. Nobody sees the instant of a"
              + " crash: it lies between the last sign of life and the first proof of death. So"
              + " each detection is an interval, and its longer end, counted from the last sign"
              + " of life, is held against the bound of "
              + Words.duration(verdict.detectionBoundNs())
              + " (a cycle and a slot).");
      chart();
    }
    html.end();
  }

  private void chart() {
    List<List<Detection>> crashes = slowestCrashes();
    double bottom = TOP + crashes.size() * ROW;
    String alternative =
        "Detection times: at most "
            + Words.duration(verdict.maxDetectionNs())
            + ", bound "
            + Words.duration(verdict.detectionBoundNs());
    html.open("figure", "class", "scroll", "tabindex", "0", "aria-label", alternative);
    html.open(
        "svg",
        "class",
        "chart",
        "viewBox",
        "0 0 " + Words.at(LEFT + WIDTH + 20) + " " + Words.at(bottom + 26),
        "role",
        "group",
        "aria-label",
        alternative);
    for (int i = 0; i < crashes.size(); i++) {
      row(crashes.get(i), TOP + (i + 0.5) * ROW);
    }
    axis(bottom);
    html.end().end();
    if (crashes.size() == ROWS_MAX) {
      html.leaf("p", "The " + ROWS_MAX + " slowest crashes are drawn.", "class", "note");
    }
  }

  /** The detections of each crash, in the order of the runs; the slowest crashes if too many. */
  private List<List<Detection>> slowestCrashes() {
    Map<String, List<Detection>> byCrash = new LinkedHashMap<>();
    for (Detection detection : verdict.detections()) {
      byCrash
          .computeIfAbsent(detection.run() + " " + detection.of(), crash -> new ArrayList<>())
          .add(detection);
    }
    List<List<Detection>> crashes = new ArrayList<>(byCrash.values());
    if (crashes.size() > ROWS_MAX) {
      crashes.sort(Comparator.comparingLong(DetectionSection::slowestNs).reversed());
      crashes = new ArrayList<>(crashes.subList(0, ROWS_MAX));
    }
    crashes.sort(
        Comparator.comparing((List<Detection> crash) -> crash.getFirst().run())
            .thenComparingInt(crash -> crash.getFirst().of()));
    return crashes;
  }

  private static long slowestNs(List<Detection> crash) {
    return crash.stream().mapToLong(Detection::detectionNs).max().orElse(0);
  }

  private void axis(double bottom) {
    double bound = x(verdict.detectionBoundNs());
    html.empty(
        "path", "class", "delta", "d", "M" + Words.at(bound) + " 18V" + Words.at(bottom + 4));
    text("deltaName end", bound - 5, 16, "bound " + Words.duration(verdict.detectionBoundNs()));
    html.empty(
        "path",
        "class",
        "base",
        "d",
        "M" + Words.at(LEFT) + " " + Words.at(bottom + 4) + "h" + Words.at(WIDTH));
    for (int quarter = 0; quarter <= 4; quarter++) {
      long timeNs = verdict.detectionBoundNs() * quarter / 4;
      text("tick", x(timeNs), bottom + 20, quarter == 0 ? "0" : Words.duration(timeNs));
    }
  }

  private void row(List<Detection> crash, double y) {
    html.empty(
        "path",
        "class",
        "fine",
        "d",
        "M" + Words.at(LEFT) + " " + Words.at(y) + "h" + Words.at(WIDTH));
    text("tick start strong", 2, y + 4, Words.cut(crash.getFirst().run(), 8));
    text("tick end", LEFT - 10, y + 4, "p" + crash.getFirst().of() + " lost");
    crash.forEach(detection -> dot(detection, y));
  }

  private void dot(Detection detection, double y) {
    String target = links.target(detection.ref());
    html.open(
        target == null ? "g" : "a",
        "class",
        detection.detectionNs() > verdict.detectionBoundNs() ? "detection over" : "detection",
        "href",
        target);
    html.leaf(
        "title",
        detection.run()
            + ": p"
            + detection.by()
            + " detected p"
            + detection.of()
            + " at least "
            + Words.duration(Math.max(0, detection.lowerNs()))
            + ", at most "
            + Words.duration(detection.detectionNs())
            + " after its crash\n"
            + detection.ref());
    double from = x(Math.max(0, detection.lowerNs()));
    double to = x(detection.detectionNs());
    html.empty(
        "rect",
        "x",
        Words.at(from),
        "y",
        Words.at(y - 2.5),
        "width",
        Words.at(Math.max(1, to - from)),
        "height",
        "5");
    html.empty("circle", "cx", Words.at(to), "cy", Words.at(y), "r", "4").end();
  }

  private double x(long timeNs) {
    return LEFT + WIDTH * Math.clamp((double) timeNs / endNs, 0, 1);
  }

  private void text(String cssClass, double x, double y, String text) {
    html.leaf("text", text, "class", cssClass, "x", Words.at(x), "y", Words.at(y));
  }
}
