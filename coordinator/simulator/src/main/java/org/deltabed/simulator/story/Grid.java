package org.deltabed.simulator.story;

/**
 * Where things are in a picture: time to the right in columns, a lane for each process.
 *
 * @param n processes
 * @param columns slots, or actions
 * @param wide pixels a column
 */
record Grid(int n, int columns, double wide) {
  static final double LEFT = 104;
  static final double RIGHT = 28;
  static final double TOP = 78;
  static final double LANE = 76;

  /** Above the first lane, for what is stacked on it. */
  private static final double HEADROOM = 16;

  /** The picture is fitted to this, as far as columns stay readable. */
  private static final double WIDTH_WANTED = 1060;

  static Grid of(int n, int columns) {
    return new Grid(n, columns, Math.clamp(WIDTH_WANTED / Math.max(1, columns), 30, 96));
  }

  /** Where a column begins. */
  double x(double column) {
    return LEFT + column * wide;
  }

  double y(int process) {
    return TOP + HEADROOM + (process - 0.5) * LANE;
  }

  double right() {
    return x(columns);
  }

  double bottom() {
    return TOP + HEADROOM + n * LANE;
  }
}
