package org.deltabed.checker;

/** What can be said of a run or of a campaign; each has its process exit code. */
public enum Verdict {
  /** The protocol kept its promise, the bus kept its bound, and the evidence is whole. */
  PASS(0, 0),
  /** A property is broken while the assumptions held. */
  VIOLATED(1, 3),
  /** A late frame, a missed own slot or a false suspicion: the properties are not owed. */
  BOUND_BROKEN(2, 2),
  /** A gap in the evidence, or a run outside the model: nothing may be concluded. */
  INCOMPLETE(3, 1);

  private final int exitCode;
  private final int severity;

  Verdict(int exitCode, int severity) {
    this.exitCode = exitCode;
    this.severity = severity;
  }

  /** The exit code of a command that ends with this verdict. */
  public int exitCode() {
    return exitCode;
  }

  /**
   * The worse of two verdicts of different runs. A violation shown by one whole run is not undone
   * by a gap in another one, nor is a broken bound.
   */
  public Verdict worse(Verdict other) {
    return other.severity > severity ? other : this;
  }
}
