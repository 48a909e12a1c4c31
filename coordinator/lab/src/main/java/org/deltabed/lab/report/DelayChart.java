package org.deltabed.lab.report;

import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.DelayStatistics.Bucket;

/** The histogram of the delays with δ and the margin; heights are logarithmic, to show the tail. */
final class DelayChart {
  private static final double LEFT = 56;
  private static final double TOP = 46;
  private static final double WIDTH = 820;
  private static final double HEIGHT = 190;
  private static final double BASE = TOP + HEIGHT;

  private final Html html;
  private final CampaignVerdict verdict;
  private final long endNs;
  private final double decades;

  DelayChart(Html html, CampaignVerdict verdict) {
    this.html = html;
    this.verdict = verdict;
    long reachedNs = Math.max(verdict.deltaNs(), verdict.maxDelayNs());
    this.endNs = Math.max(1, Math.round(reachedNs * 1.08));
    long most = verdict.delays().histogram().stream().mapToLong(Bucket::count).max().orElse(1);
    this.decades = Math.max(1, Math.ceil(Math.log10(Math.max(1.0, (double) most))));
  }

  void write() {
    String alternative =
        "Histogram of "
            + Words.count(verdict.delays().count())
            + " delays up to "
            + Words.duration(verdict.maxDelayNs())
            + "; δ is "
            + Words.duration(verdict.deltaNs());
    html.line().open("figure", "class", "scroll", "tabindex", "0", "aria-label", alternative);
    html.open(
        "svg",
        "class",
        "chart",
        "viewBox",
        "0 0 " + Words.at(LEFT + WIDTH + 24) + " " + Words.at(BASE + 46),
        "role",
        "img",
        "aria-label",
        alternative);
    heights();
    times();
    margin();
    verdict.delays().histogram().forEach(this::bar);
    html.empty(
        "path",
        "class",
        "base",
        "d",
        "M" + Words.at(LEFT) + " " + Words.at(BASE) + "h" + Words.at(WIDTH));
    delta();
    html.end().end();
  }

  private void heights() {
    for (int decade = 0; decade <= decades; decade++) {
      double y = BASE - height(Math.pow(10, decade));
      html.empty(
          "path",
          "class",
          "fine",
          "d",
          "M" + Words.at(LEFT) + " " + Words.at(y) + "h" + Words.at(WIDTH));
      text("tick end", LEFT - 6, y + 4, Words.count(Math.round(Math.pow(10, decade))));
    }
    text("axis", LEFT - 44, TOP - 30, "deliveries, logarithmic");
  }

  private void times() {
    long stepNs = roundStep(endNs / 8);
    for (long timeNs = 0; timeNs <= endNs; timeNs += stepNs) {
      html.empty(
          "path", "class", "heavy", "d", "M" + Words.at(x(timeNs)) + " " + Words.at(BASE) + "v5");
      text(
          "tick",
          x(timeNs),
          BASE + 19,
          Words.count(timeNs / 1000).equals("0") ? "0" : Words.at(timeNs / 1e6));
    }
    text("axis end", LEFT + WIDTH, BASE + 38, "delay in ms");
  }

  private void margin() {
    long fromNs = Math.max(0, verdict.maxDelayNs());
    if (fromNs >= verdict.deltaNs()) {
      return;
    }
    double x = x(fromNs);
    double width = x(verdict.deltaNs()) - x;
    html.empty(
        "rect",
        "class",
        "margin",
        "x",
        Words.at(x),
        "y",
        Words.at(TOP),
        "width",
        Words.at(width),
        "height",
        Words.at(HEIGHT));
    html.empty(
        "path",
        "class",
        "max",
        "d",
        "M" + Words.at(x) + " " + Words.at(TOP) + "V" + Words.at(BASE));
    text(
        "axis end",
        x - 6,
        TOP - 8,
        "slowest "
            + Words.duration(verdict.maxDelayNs())
            + ", margin "
            + Words.duration(verdict.deltaNs() - fromNs));
  }

  private void delta() {
    double x = x(verdict.deltaNs());
    html.empty(
        "path",
        "class",
        "delta",
        "d",
        "M" + Words.at(x) + " " + Words.at(TOP - 20) + "V" + Words.at(BASE + 5));
    text("deltaName end", x - 6, TOP - 24, "δ = " + Words.duration(verdict.deltaNs()));
  }

  private void bar(Bucket bucket) {
    double from = x(bucket.fromNs());
    // The last bucket is open to the right; it is drawn up to the longest delay.
    double to = x(Math.min(bucket.toNs(), Math.max(bucket.fromNs() + 1, endNs)));
    double height = height((double) bucket.count());
    html.open(
        "rect",
        "class",
        bucket.fromNs() >= verdict.deltaNs() ? "bar over" : "bar",
        "x",
        Words.at(from + 0.3),
        "y",
        Words.at(BASE - height),
        "width",
        Words.at(Math.max(1.2, to - from - 0.6)),
        "height",
        Words.at(height));
    html.leaf(
            "title",
            Words.count(bucket.count())
                + " of "
                + Words.duration(bucket.fromNs())
                + " to "
                + Words.duration(bucket.toNs()))
        .end();
  }

  /** A single delivery has a height too: the scale begins a third of a decade below it. */
  private double height(double count) {
    return HEIGHT * (Math.log10(Math.max(1, count)) + 0.33) / (decades + 0.33);
  }

  private double x(long timeNs) {
    return LEFT + WIDTH * Math.clamp((double) timeNs / endNs, 0, 1);
  }

  /** The next of 1, 2, 5 times a power of ten. */
  private static long roundStep(long atLeastNs) {
    long power = 1;
    while (power * 10 <= atLeastNs) {
      power *= 10;
    }
    for (long factor : new long[] {1, 2, 5}) {
      if (factor * power >= atLeastNs) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private void text(String cssClass, double x, double y, String text) {
    html.leaf("text", text, "class", cssClass, "x", Words.at(x), "y", Words.at(y));
  }
}
