package org.deltabed.simulator.timed;

import java.util.List;
import org.deltabed.wiring.Testbed;

/**
 * All that a timed run depends on: the same schedule gives the same records, byte for byte.
 *
 * @param testbed the wiring, with the J in force
 * @param protocol id in the catalogue; it is judged by this one's properties
 * @param variant id of a seeded mistake that the nodes run in its place, or ""
 * @param crashesMax f, which the protocol is told of; the schedule may have more crashes
 * @param requestsEach how many requests each process gets, where the protocol takes many
 * @param seed of the hosts' jitter and the clocks' offsets
 * @param proposals by process from index 0: the value that its requests are made of
 * @param driftPpm by process from index 0: by how much its clock is too fast
 * @param jitter how late hosts are
 * @param crashes at most one for each process
 * @param rounds how many rounds the run has
 */
public record TimedSchedule(
    Testbed testbed,
    String protocol,
    String variant,
    int crashesMax,
    int requestsEach,
    long seed,
    List<Long> proposals,
    List<Integer> driftPpm,
    Jitter jitter,
    List<TimedCrash> crashes,
    int rounds) {
  public TimedSchedule {
    proposals = List.copyOf(proposals);
    driftPpm = List.copyOf(driftPpm);
    crashes = List.copyOf(crashes);
    if (driftPpm.size() != testbed.n() || proposals.size() != testbed.n()) {
      throw new IllegalArgumentException(
          driftPpm.size() + " drifts, " + proposals.size() + " proposals: not n");
    }
    long crashing =
        crashes.stream()
            .mapToInt(TimedCrash::process)
            .filter(process -> process >= 1 && process <= testbed.n())
            .distinct()
            .count();
    if (crashing != crashes.size()) {
      throw new IllegalArgumentException("no process crashes twice, or is not there: " + crashes);
    }
  }

  /** The same with other crashes. */
  public TimedSchedule with(List<TimedCrash> others) {
    return new TimedSchedule(
        testbed,
        protocol,
        variant,
        crashesMax,
        requestsEach,
        seed,
        proposals,
        driftPpm,
        jitter,
        others,
        rounds);
  }

  /** What is not the testbed, for people. */
  @Override
  public String toString() {
    return "%s%s on %s, f %d, %d requests each, seed %d, proposals %s, drift %s ppm, jitter %s, crashes %s, %d rounds"
        .formatted(
            protocol,
            variant.isEmpty() ? "" : " (" + variant + ")",
            testbed.name(),
            crashesMax,
            requestsEach,
            seed,
            proposals,
            driftPpm,
            jitter,
            crashes,
            rounds);
  }
}
