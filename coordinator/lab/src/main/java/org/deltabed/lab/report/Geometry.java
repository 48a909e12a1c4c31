package org.deltabed.lab.report;

/**
 * Where things are in a space-time diagram: time in slots to the right, a lane for each process.
 *
 * @param n number of processes
 * @param slotNs length of a slot
 * @param startNs the run's start by the verdict, for clocks of which no trace tells it
 * @param slotWidth pixels a slot
 */
record Geometry(DrawnRun trace, Window window, int n, long slotNs, long startNs, double slotWidth) {
  static final double LEFT = 112;
  static final double TOP = 44;
  static final double LANE = 48;
  static final double RIGHT = 36;
  static final double BOTTOM = 30;
  private static final double WIDTH_WANTED = 1010;

  static Geometry of(DrawnRun trace, Window window, int n, long slotNs, long startNs) {
    double wanted = WIDTH_WANTED / (n * window.rounds());
    return new Geometry(trace, window, n, slotNs, startNs, Math.clamp(wanted, 20, 56));
  }

  /** Slots since the run's start at a time on the clock of a process; 0 is the witness. */
  double slots(int process, long timeNs) {
    return (timeNs - trace.origin(process, startNs)) / (double) slotNs;
  }

  /** Time since the run's start on the clock of a process. */
  long sinceNs(int process, long timeNs) {
    return timeNs - trace.origin(process, startNs);
  }

  double x(int process, long timeNs) {
    return xOfSlot(slots(process, timeNs));
  }

  double xOfSlot(double slots) {
    double x = LEFT + (slots - (double) window.first() * n) * slotWidth;
    return Math.clamp(x, LEFT, right());
  }

  /** Whether a time is within the rounds that are drawn. */
  boolean shows(int process, long timeNs) {
    double slots = slots(process, timeNs) - (double) window.first() * n;
    return slots >= -0.01 && slots <= n * window.rounds() + 0.01;
  }

  double y(int process) {
    return TOP + (process - 0.5) * LANE;
  }

  double right() {
    return LEFT + n * window.rounds() * slotWidth;
  }

  double lanesEnd() {
    return TOP + n * LANE;
  }

  double width() {
    return right() + RIGHT;
  }

  double height() {
    return lanesEnd() + BOTTOM;
  }
}
