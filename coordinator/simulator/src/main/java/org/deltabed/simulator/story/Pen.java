package org.deltabed.simulator.story;

/** Draws what both kinds of pictures have: arrows, crashes, events. */
final class Pen {
  private static final double HEAD = 7;
  private static final double PILL = 15;
  private static final double CHAR = 6.8;

  final Svg svg;
  final Grid grid;

  Pen(Svg svg, Grid grid) {
    this.svg = svg;
    this.grid = grid;
  }

  /** A line with a head of two strokes. */
  void arrow(String look, double x1, double y1, double x2, double y2) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    double ux = (x2 - x1) / length * HEAD;
    double uy = (y2 - y1) / length * HEAD;
    svg.path(
        look,
        "M"
            + point(x1, y1)
            + "L"
            + point(x2, y2)
            + "M"
            + point(x2 - ux - uy * 0.45, y2 - uy + ux * 0.45)
            + "L"
            + point(x2, y2)
            + "L"
            + point(x2 - ux + uy * 0.45, y2 - uy - ux * 0.45));
  }

  /** The beginning of the way from one point to another, ended by a small cross. */
  void lost(double x1, double y1, double x2, double y2, double part) {
    double x = x1 + (x2 - x1) * part;
    double y = y1 + (y2 - y1) * part;
    svg.line("lost", x1, y1, x, y);
    svg.path("cross", "M" + point(x - 4, y - 4) + "l8 8m-8 0l8-8");
  }

  /** The life of a process: a line up to its crash, then a hint of one. */
  void life(int process, double until) {
    double y = grid.y(process);
    svg.line("life", Grid.LEFT - 6, y, until, y);
    if (until < grid.right()) {
      svg.line("dead", until, y, grid.right(), y);
    }
  }

  void crash(int process, double x) {
    double y = grid.y(process);
    svg.group("p" + process + " crashes");
    svg.path("crash", "M" + point(x - 7, y - 7) + "l14 14m-14 0l14-14");
    svg.text("crashed", x + 11, y - 9, "crash");
    svg.end();
  }

  /** The process learns of crashes: {@code †p1}. */
  void detection(int process, double x, double below, String whose, String title) {
    double y = grid.y(process);
    svg.group(title);
    svg.path("detect", "M" + point(x, y - 6) + "l6 6-6 6-6-6z");
    svg.text("detected", x, y + below, whose);
    svg.end();
  }

  /** A request: what the process is asked, below its lane. */
  void request(int process, double x, String text, String title) {
    double y = grid.y(process);
    double width = width(text);
    svg.group(title);
    svg.line("life", x, y, x, y + 14);
    svg.box("asked", x - width / 2, y + 14, width, PILL, 2);
    svg.text("request", x, y + 25.5, text);
    svg.end();
  }

  /**
   * An indication: a dot on the lane with what is indicated above it.
   *
   * @param below how many others stand between it and the lane
   */
  void indication(int process, double x, int below, String text, String title, boolean cited) {
    double y = grid.y(process);
    double top = y - 31 - below * (PILL + 1);
    double width = width(text);
    double left = Math.clamp(x - width / 2, 2, grid.right() + Grid.RIGHT - width - 2);
    svg.open("g", "class", cited ? "cited" : "event").leaf("title", title);
    svg.line("stem", x, y, x, top + PILL);
    svg.empty("circle", "class", "dot", "cx", Svg.at(x), "cy", Svg.at(y), "r", "4.5");
    if (cited) {
      svg.empty("circle", "class", "ring", "cx", Svg.at(x), "cy", Svg.at(y), "r", "9");
    }
    svg.box("pill", left, top, width, PILL, PILL / 2);
    svg.text("value", left + width / 2, top + 11.5, text);
    svg.end();
  }

  /** What joins two events that do not fit together: bowed, so that it hides no arrow. */
  void conflict(double x1, double y1, double x2, double y2) {
    double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
    double bow = Math.min(40, length / 3);
    double x = (x1 + x2) / 2 + (y2 - y1) / length * bow;
    double y = (y1 + y2) / 2 - (x2 - x1) / length * bow;
    svg.path("conflict", "M" + point(x1, y1) + "Q" + point(x, y) + " " + point(x2, y2));
  }

  private static double width(String text) {
    return 12 + CHAR * text.codePointCount(0, text.length());
  }

  static String point(double x, double y) {
    return Svg.at(x) + " " + Svg.at(y);
  }
}
