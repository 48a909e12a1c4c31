package org.deltabed.lab.campaign;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.deltabed.checker.Fault;
import org.deltabed.lab.bench.Instruments;

/** A testbed that is up: what a campaign does to it, virtual or not. */
public interface LiveTestbed extends AutoCloseable {

  /** Gives a node power; a new boot. */
  void powerOn(int node) throws IOException;

  /** Whether the node has power and its program has not ended. */
  boolean alive(int node);

  /** Why the node's program will not run, however often it is started; mostly there is none. */
  Optional<String> refusal(int node);

  /** How much longer than a process a node may take to get its power back and run, in ms. */
  default long restoreMsMax() {
    return 0;
  }

  /** The bench's instruments, if it has a bench. */
  default Optional<Instruments> instruments() {
    return Optional.empty();
  }

  /**
   * Whether the node's power was switched and nothing confirmed it: it will not come back by that.
   */
  default boolean beyondReach(int node) {
    return false;
  }

  /** From now on the witness's records belong to this run; between runs to none. */
  void beginRun(String run) throws IOException;

  /** The run is over and its witness records are in their file. */
  void endRun() throws IOException;

  /** Sets up faults, whose rounds are rounds of the bus. */
  void arm(List<Fault> faults) throws IOException;

  /** Takes back all faults that did not happen, and resumes what is paused. */
  void disarm() throws IOException;

  /** The round of the last frame that was seen on the line; -1 before the first. */
  long roundOnLine();

  @Override
  void close();
}
