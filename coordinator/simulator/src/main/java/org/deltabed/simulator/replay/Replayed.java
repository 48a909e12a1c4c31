package org.deltabed.simulator.replay;

import java.util.List;
import java.util.Optional;

/**
 * What came of a run that was replayed.
 *
 * @param run its id
 * @param steps how many steps of nodes were made again, up to the difference
 * @param outputs how many events and messages handed to the bus agreed
 * @param difference the first, if there is one
 * @param missing evidence that is not there
 * @param givenUp why the lab gave the run up, so that there is nothing to replay; empty if it did
 *     not
 */
public record Replayed(
    String run,
    long steps,
    long outputs,
    Optional<Difference> difference,
    List<String> missing,
    String givenUp) {
  public Replayed {
    missing = List.copyOf(missing);
  }
}
