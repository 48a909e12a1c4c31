package org.deltabed.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.trace.EventJson;

/**
 * The EVENT records of a run as the history that properties are judged on. Records of a dead boot's
 * spool count like all others (F04).
 */
final class RunHistory {
  /** An occurrence and its record. */
  record Found(Occurrence occurrence, Seen seen) {}

  private final RunTrace trace;
  private final List<Found> occurrences = new ArrayList<>();
  private final Map<String, Found> byRef = new HashMap<>();

  RunHistory(RunTrace trace) {
    this.trace = trace;
    trace.nodes().forEach((process, node) -> node.events.forEach(seen -> add(process, seen)));
    // Stable: what one process did at one time keeps the order of its numbers.
    occurrences.sort(Comparator.comparingLong(found -> found.occurrence().timeNs()));
    occurrences.forEach(found -> byRef.put(found.occurrence().ref(), found));
  }

  List<Found> occurrences() {
    return occurrences;
  }

  /** The occurrence that a reference names, or null. */
  Found byRef(String ref) {
    return byRef.get(ref);
  }

  /** Decisions of the top instance, in the order of time. */
  List<Decision> decisions(String top) {
    List<Decision> decisions = new ArrayList<>();
    for (Found found : occurrences) {
      Occurrence at = found.occurrence();
      if (at.direction() == Direction.INDICATION
          && at.instance().equals(top)
          && at.event() instanceof Decide(var value)) {
        decisions.add(
            new Decision(at.process(), value.toString(), at.slot(), at.timeNs(), at.ref()));
      }
    }
    return decisions;
  }

  /**
   * Indications of the top instance in the order of time, but for crashes: those are suspicions.
   */
  List<Indication> indications(String top) {
    return occurrences.stream()
        .filter(found -> found.occurrence().instance().equals(top))
        .filter(found -> found.occurrence().direction() == Direction.INDICATION)
        .filter(found -> !(found.occurrence().event() instanceof Crash))
        .map(Indication::of)
        .toList();
  }

  /** Requests to the top instance at a process, in their order. */
  List<Found> requests(String top, int process) {
    return occurrences.stream()
        .filter(found -> found.occurrence().process() == process)
        .filter(found -> found.occurrence().instance().equals(top))
        .filter(found -> found.occurrence().direction() == Direction.REQUEST)
        .toList();
  }

  /**
   * With the crashes that the witness saw. Of a process whose end nobody could see any more, all
   * that is known is that it took steps up to its last record: it is owed no more than one that
   * crashed then.
   */
  History history(Crashes crashes) {
    ProcessSet crashed = ProcessSet.EMPTY;
    ProcessSet byzantine = trace.byzantine();
    Map<Integer, Long> slots = new TreeMap<>();
    for (int process : trace.processes()) {
      if (crashes.unseen(process)) {
        crashed = crashed.with(process);
        slots.put(process, lastSlot(process));
      }
    }
    for (CrashFinding crash : crashes.findings()) {
      crashed = crashed.with(crash.process());
      slots.put(crash.process(), trace.time().slotAt(crash.lastSignNs()));
    }
    return new History(
        ProcessSet.all(trace.testbed().n()),
        crashed.minus(byzantine),
        byzantine,
        slots,
        (long) trace.run().rounds() * trace.testbed().n(),
        occurrences.stream().map(Found::occurrence).toList());
  }

  private long lastSlot(int process) {
    NodeTrace node = trace.nodes().get(process);
    return node == null || node.latest == null ? 0 : trace.time().slotAt(node.latest.timeNs());
  }

  private void add(int process, Seen seen) {
    EventJson.Occurred said = EventReading.read(seen);
    occurrences.add(
        new Found(
            new Occurrence(
                process,
                seen.timeNs(),
                trace.time().slotOf(seen.record()),
                said.instance(),
                said.direction(),
                said.event(),
                seen.ref()),
            seen));
  }
}
