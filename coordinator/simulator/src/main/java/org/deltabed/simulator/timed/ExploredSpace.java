package org.deltabed.simulator.timed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.wiring.Testbed;

/**
 * What an exploration goes through.
 *
 * @param testbed the wiring, with the J in force
 * @param protocol id in the catalogue
 * @param variant id of a seeded mistake, or ""
 * @param crashesMax f: how many nodes lose their power in a run at most
 * @param requestsEach how many requests each process gets, where the protocol takes many
 * @param rounds of each run
 * @param cycles crashes are in the first so many
 * @param seed of all that is drawn
 * @param proposals vectors of what processes propose
 * @param drifts by how many ppm the clocks are too fast, each for all processes
 * @param jitters how late hosts are
 */
public record ExploredSpace(
    Testbed testbed,
    String protocol,
    String variant,
    int crashesMax,
    int requestsEach,
    int rounds,
    int cycles,
    long seed,
    List<List<Long>> proposals,
    List<List<Integer>> drifts,
    List<Jitter> jitters) {
  /** A crash in the last slot of the last of them is detected in the cycle after it. */
  private static final int DETECTION_CYCLES = 2;

  private static final int REQUESTS_EACH = 1;

  public ExploredSpace {
    proposals = List.copyOf(proposals);
    drifts = List.copyOf(drifts);
    jitters = List.copyOf(jitters);
    if (crashesMax < 0 || crashesMax >= testbed.n() || cycles < 1 || rounds < cycles) {
      throw new IllegalArgumentException(
          crashesMax + " crashes of " + testbed.n() + ", " + cycles + " cycles of " + rounds);
    }
  }

  /** The extremes of drift and of jitter, and what is drawn in between. */
  public static ExploredSpace of(
      Testbed testbed, String protocol, String variant, int crashesMax, int cycles, long seed) {
    return new ExploredSpace(
        testbed,
        protocol,
        variant,
        crashesMax,
        REQUESTS_EACH,
        cycles + DETECTION_CYCLES + Catalogue.find(protocol).cycles(),
        cycles,
        seed,
        proposals(Catalogue.find(protocol), testbed.n()),
        extremeDrifts(testbed),
        List.of(Jitter.NONE, Jitter.FULL, Jitter.UNIFORM, Jitter.EXTREME));
  }

  /** The same with these jitters. */
  public ExploredSpace with(List<Jitter> others) {
    return new ExploredSpace(
        testbed,
        protocol,
        variant,
        crashesMax,
        requestsEach,
        rounds,
        cycles,
        seed,
        proposals,
        drifts,
        others);
  }

  /** Equal or all different ones, and where an algorithm compares them, some of each. */
  private static List<List<Long>> proposals(Protocol protocol, int n) {
    List<List<Value>> inputs = protocol.workload().inputs(n);
    return Stream.of(inputs.getFirst(), inputs.get(inputs.size() / 2))
        .distinct()
        .map(values -> values.stream().map(value -> ((Num) value).number()).toList())
        .toList();
  }

  /** Neighbours in the order of slots against each other, and halves against each other. */
  private static List<List<Integer>> extremeDrifts(Testbed testbed) {
    int n = testbed.n();
    int ppm = testbed.clock().driftPpmMax();
    if (testbed.clock().shared() || ppm == 0) {
      return List.of(Collections.nCopies(n, 0));
    }
    List<List<Integer>> drifts = new ArrayList<>();
    for (int sign : List.of(1, -1)) {
      List<Integer> neighbours = new ArrayList<>();
      List<Integer> halves = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        neighbours.add(sign * (i % 2 == 0 ? ppm : -ppm));
        halves.add(sign * (2 * i < n ? ppm : -ppm));
      }
      drifts.add(neighbours);
      drifts.add(halves);
    }
    return drifts.stream().distinct().toList();
  }

  /** The runs without crashes: every combination of what is proposed, of drift and of jitter. */
  List<TimedSchedule> calm() {
    List<TimedSchedule> calm = new ArrayList<>();
    for (List<Long> proposed : proposals) {
      for (List<Integer> drift : drifts) {
        for (Jitter jitter : jitters) {
          calm.add(
              new TimedSchedule(
                  testbed,
                  protocol,
                  variant,
                  crashesMax,
                  requestsEach,
                  seed,
                  proposed,
                  drift,
                  jitter,
                  List.of(),
                  rounds));
        }
      }
    }
    return calm;
  }
}
