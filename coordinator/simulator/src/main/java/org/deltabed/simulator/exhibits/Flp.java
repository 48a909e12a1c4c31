package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.simulator.flp.FlpAdversary;
import org.deltabed.simulator.flp.FlpRun;
import org.deltabed.simulator.flp.FlpText;
import org.deltabed.simulator.run.AsyncRun;

/** A consensus without a detector that nobody stops, and that does not decide. */
public final class Flp implements Exhibit {
  /** How many steps are shown if nobody says otherwise. */
  public static final int STEPS = 12;

  private static final int N = 3;

  private final int steps;

  /** Made when it is first asked for: it takes some seconds. */
  private FlpRun run;

  /** With the usual number of steps. */
  public Flp() {
    this(STEPS);
  }

  /**
   * @param steps for how many steps the adversary keeps all bivalent
   * @throws IllegalArgumentException if that is too many, or less than none
   */
  public Flp(int steps) {
    FlpAdversary.check(N, steps);
    this.steps = steps;
  }

  /** What it rests on: the valences. */
  public FlpRun run() {
    if (run == null) {
      run = FlpAdversary.run(N, steps);
    }
    return run;
  }

  @Override
  public String name() {
    return "flp";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, FLP Impossibility Result";
  }

  @Override
  public String title() {
    return "an order of messages that keeps consensus from deciding, for as long as one likes";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            steps + " steps, all bivalent", AsyncRun.run(run().schedule()), FlpText.of(run())));
  }
}
