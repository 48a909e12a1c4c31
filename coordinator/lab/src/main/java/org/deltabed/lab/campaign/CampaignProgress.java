package org.deltabed.lab.campaign;

import java.util.List;
import org.deltabed.checker.RunVerdict;
import org.deltabed.lab.bench.BenchNews;
import org.deltabed.lab.plan.Fault;

/** Told how a campaign goes on. */
public interface CampaignProgress extends BenchNews {

  /** Something takes a while. */
  void phase(String what);

  /** The runs begin; so many are planned. */
  void begin(int planned);

  /** A run was made before the campaign was stopped, and counts. */
  default void madeBefore(String run) {}

  /**
   * An attempt is about to be made, and begins when this returns.
   *
   * @throws InterruptedException if the campaign is stopped while somebody is waited for
   */
  default void attempting(String run, String caseName, int attempt, List<Fault> faults)
      throws InterruptedException {}

  /**
   * A node's detector raised the crash of a process, at a time on the node's own clock. Comes more
   * than once, and may be of a run that is over.
   */
  default void noticed(String run, int by, int process, long timeNs) {}

  /** An attempt was made and judged. */
  void attempted(RunVerdict verdict, boolean willBeRepeated);

  /** There is nothing more to come. */
  void end();
}
