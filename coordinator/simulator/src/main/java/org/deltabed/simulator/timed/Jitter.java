package org.deltabed.simulator.timed;

/**
 * How late hosts are. J allows for three things, and each is drawn by itself: the owner's waking to
 * send (J/2), a frame's way from the line to its stamp (J/4 less Π), the waking to step (J/4).
 *
 * @param shape how much of its allowance each takes
 * @param percent 100: as much as the wiring file allows; more: a host that is too slow for it
 */
public record Jitter(Shape shape, int percent) {
  /** How much of an allowance is taken. */
  public enum Shape {
    /** Nothing: a host without latency. */
    NONE,
    /** All of it, always. */
    FULL,
    /** Anything between, drawn from the seed. */
    UNIFORM,
    /** All or nothing, drawn from the seed. */
    EXTREME
  }

  public static final Jitter NONE = new Jitter(Shape.NONE, 0);
  public static final Jitter FULL = new Jitter(Shape.FULL, 100);
  public static final Jitter UNIFORM = new Jitter(Shape.UNIFORM, 100);
  public static final Jitter EXTREME = new Jitter(Shape.EXTREME, 100);

  public Jitter {
    if (percent < 0) {
      throw new IllegalArgumentException("jitter of " + percent + " %");
    }
  }

  @Override
  public String toString() {
    return shape == Shape.NONE ? "NONE" : shape + " " + percent + " %";
  }
}
