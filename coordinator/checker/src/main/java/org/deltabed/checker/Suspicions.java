package org.deltabed.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.catalogue.Model;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.Occurrence;

/**
 * Who held whom for crashed, and when first: by the detector's indication, and by a slot that
 * passed in silence.
 */
final class Suspicions {
  /** The first time that one process missed another. */
  record First(int by, int of, Seen seen) {}

  /** A detected crash, and the record that shows it. */
  record Detected(Suspicion suspicion, Seen seen) {}

  private record Pair(int by, int of) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return by != other.by ? Integer.compare(by, other.by) : Integer.compare(of, other.of);
    }
  }

  private final Map<Pair, Seen> raised = new TreeMap<>();
  private final Map<Pair, Long> raisedSlots = new TreeMap<>();
  private final Map<Pair, Seen> missed = new TreeMap<>();
  private final Crashes crashes;
  private final boolean detectorHearsSilence;
  private final RunTrace trace;

  Suspicions(RunTrace trace, Protocol protocol, RunHistory history, Crashes crashes) {
    this.trace = trace;
    this.crashes = crashes;
    this.detectorHearsSilence = protocol.model() != Model.SYNCHRONOUS;
    trace
        .nodes()
        .forEach(
            (by, node) -> node.silences.forEach((of, seen) -> missed.put(new Pair(by, of), seen)));
    history.occurrences().forEach(this::raised);
    raised.forEach(
        (pair, seen) ->
            missed.merge(pair, seen, (one, other) -> other.timeNs() < one.timeNs() ? other : one));
  }

  private void raised(RunHistory.Found found) {
    Occurrence occurrence = found.occurrence();
    if (occurrence.direction() == Direction.INDICATION
        && occurrence.event() instanceof Crash(int of)) {
      Pair pair = new Pair(occurrence.process(), of);
      if (raised.putIfAbsent(pair, found.seen()) == null) {
        raisedSlots.put(pair, occurrence.slot());
      }
    }
  }

  /** The first time that each process missed each other one, in whatever way. */
  List<First> first() {
    List<First> first = new ArrayList<>();
    missed.forEach((pair, seen) -> first.add(new First(pair.by(), pair.of(), seen)));
    first.sort(Comparator.comparingLong(one -> one.seen().timeNs()));
    return first;
  }

  /** What the failure detectors said, in the order of time. */
  List<Suspicion> raised() {
    List<Suspicion> all = new ArrayList<>();
    raised.forEach((pair, seen) -> all.add(suspicion(pair, seen)));
    all.sort(Comparator.comparingLong(Suspicion::timeNs));
    return all;
  }

  /**
   * Those of processes that did crash, raised after the last sign of life. The bound on detection
   * is one of silence in a slot: a detector that does not listen to it has one of its own, which
   * its properties judge, so the silence itself is timed then.
   */
  List<Detected> detections() {
    List<Detected> detected = new ArrayList<>();
    raised.forEach(
        (pair, seen) -> {
          Seen timed = detectorHearsSilence ? seen : missed.get(pair);
          Suspicion suspicion = suspicion(pair, timed);
          if (suspicion.detectionNs() >= 0) {
            detected.add(new Detected(suspicion, timed));
          }
        });
    return detected;
  }

  private Suspicion suspicion(Pair pair, Seen seen) {
    long slot = raisedSlots.get(pair);
    boolean timed = trace.uncertaintyNs(pair.by(), seen.timeNs()) < ClockOffset.UNKNOWN_NS;
    if (!crashes.crashed(pair.of()) || !timed) {
      return new Suspicion(pair.by(), pair.of(), slot, seen.timeNs(), -1, -1, seen.ref());
    }
    CrashFinding crash = crashes.of(pair.of());
    long uncertaintyNs = trace.uncertaintyNs(pair.by(), seen.timeNs());
    long latestNs = Durations.between(-uncertaintyNs, seen.timeNs());
    long earliestNs = Durations.between(uncertaintyNs, seen.timeNs());
    long upperNs = Math.max(-1, Durations.between(crash.lastSignNs(), latestNs));
    return new Suspicion(
        pair.by(),
        pair.of(),
        slot,
        seen.timeNs(),
        upperNs,
        Durations.between(crash.firstProofNs(), earliestNs),
        seen.ref());
  }
}
