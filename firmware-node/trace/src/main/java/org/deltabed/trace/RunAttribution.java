package org.deltabed.trace;

/**
 * Which run a record belongs to: the one that the last RUN_START named, that record and the RUN_END
 * included. Fed with the records of one (node, boot) in the order of their sequence numbers.
 */
public final class RunAttribution {
  private String run;

  /** Starts between runs. */
  public RunAttribution() {
    this("");
  }

  /** Starts within {@code run}, or between runs if it is {@code ""}. */
  public RunAttribution(String run) {
    this.run = run;
  }

  /**
   * The run of the next record, {@code ""} between runs. A RUN_START without a valid run id begins
   * no run.
   */
  public String of(Kind kind, String data) {
    if (kind == Kind.RUN_START) {
      run = RunId.fromData(data);
    }
    String mine = run;
    if (kind == Kind.RUN_END) {
      run = "";
    }
    return mine;
  }

  /** The run that a record after the last one would belong to. */
  public String current() {
    return run;
  }
}
