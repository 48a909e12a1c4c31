package org.deltabed.simulator.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.History.Bus;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.automaton.Automaton;
import org.deltabed.simulator.automaton.Observation;

/**
 * Judges where runs end: long after everything that was owed. A run's end tells what each process
 * saw and did, in its order, and which of it came before which crash; a history is made of that,
 * and the same properties judge it that judge the lab. The history's slots are not those of the
 * run: slot k of it is the time in which k processes had crashed or, where the order of operations
 * counts, place k in an order of all that was logged which tells no more than the logs do.
 */
final class Ending {
  /** Long after everything that is owed. */
  private static final long AFTER_ALL = 1_000_000;

  private final Automaton automaton;
  private final List<Property> properties;
  private final long slots;
  private final ProcessSet byzantine;
  private final Bus bus;

  /** By the logs of all and who lives: equal logs are judged once. */
  private final Map<List<Integer>, Map<String, Outcome>> judged = new HashMap<>();

  /**
   * @param slots how many slots the runs last; counts where slots are logged
   * @param bus the most that the bus may have done in one of them
   */
  Ending(Automaton automaton, List<Property> properties, long slots, Bus bus) {
    this(automaton, properties, slots, ProcessSet.EMPTY, bus);
  }

  /**
   * @param byzantine those whose local states say nothing
   */
  Ending(Automaton automaton, List<Property> properties, long slots, ProcessSet byzantine) {
    this(automaton, properties, slots, byzantine, Bus.RIGHT);
  }

  private Ending(
      Automaton automaton, List<Property> properties, long slots, ProcessSet byzantine, Bus bus) {
    this.byzantine = byzantine;
    this.bus = bus;
    this.automaton = automaton;
    this.properties = properties;
    this.slots = automaton.isTimed() ? slots : AFTER_ALL;
  }

  /** How many different histories were judged. */
  int histories() {
    return judged.size();
  }

  /** What tells the judged histories apart, for those who judge with endings of their own. */
  Stream<List<Integer>> ends() {
    return judged.keySet().stream();
  }

  /** The properties that are broken where the processes are in these states, by id. */
  Map<String, Outcome> broken(int[] locals) {
    List<Integer> key = new ArrayList<>(locals.length + 1);
    int alive = 0;
    for (int p = 1; p < locals.length; p++) {
      key.add(automaton.logNumber(locals[p]));
      alive |= automaton.isAlive(locals[p]) ? 1 << (p - 1) : 0;
    }
    key.add(alive);
    return judged.computeIfAbsent(key, any -> judge(locals));
  }

  private Map<String, Outcome> judge(int[] locals) {
    History history = history(locals);
    Map<String, Outcome> broken = new TreeMap<>();
    for (Property property : properties) {
      Outcome outcome = property.check(history);
      if (!outcome.holds()) {
        broken.put(property.id(), outcome);
      }
    }
    return broken;
  }

  /** What the local states tell of the run that led to them. */
  private History history(int[] locals) {
    int n = locals.length - 1;
    List<List<Automaton.Log>> logs = new ArrayList<>();
    ProcessSet crashed = ProcessSet.EMPTY;
    for (int p = 1; p <= n; p++) {
      logs.add(automaton.log(locals[p]));
      crashed = automaton.isAlive(locals[p]) ? crashed : crashed.with(p);
    }
    crashed = crashed.minus(byzantine);
    if (automaton.isOrdered()) {
      return new OneOrder(n, logs).history(crashed, byzantine, slots);
    }
    Map<Integer, Long> crashSlots =
        automaton.isTimed() ? crashSlots(logs, crashed) : crashPhases(logs, crashed);
    return new History(
        ProcessSet.all(n), crashed, byzantine, crashSlots, slots, bus, occurrences(logs));
  }

  /** In the order of time, as far as it is known; each process's own in its order. */
  private List<Occurrence> occurrences(List<List<Automaton.Log>> logs) {
    List<Long> times =
        logs.stream().flatMap(List::stream).map(this::time).distinct().sorted().toList();
    List<Occurrence> occurrences = new ArrayList<>();
    for (long time : times) {
      for (int p = 1; p <= logs.size(); p++) {
        for (Automaton.Log log : logs.get(p - 1)) {
          if (time(log) == time) {
            add(occurrences, p, time, log);
          }
        }
      }
    }
    return occurrences;
  }

  private long time(Automaton.Log log) {
    return automaton.isTimed() ? log.slot() : Integer.bitCount(log.crashed());
  }

  /** The last entry of one that crashed is its crash. */
  private static Map<Integer, Long> crashSlots(List<List<Automaton.Log>> logs, ProcessSet crashed) {
    Map<Integer, Long> slots = new TreeMap<>();
    crashed.forEach(p -> slots.put(p, (long) logs.get(p - 1).getLast().slot()));
    return slots;
  }

  private static void add(List<Occurrence> occurrences, int p, long time, Automaton.Log log) {
    for (Observation o : log.observed()) {
      occurrences.add(
          new Occurrence(
              p, time, time, o.instance(), o.direction(), o.event(), "#" + occurrences.size()));
    }
  }

  /** For each that crashed the first phase of which it is known that it had crashed. */
  private static Map<Integer, Long> crashPhases(
      List<List<Automaton.Log>> logs, ProcessSet crashed) {
    Map<Integer, Long> phases = new TreeMap<>();
    crashed.forEach(p -> phases.put(p, (long) crashed.size()));
    for (List<Automaton.Log> entries : logs) {
      for (Automaton.Log entry : entries) {
        long phase = Integer.bitCount(entry.crashed());
        new ProcessSet(entry.crashed())
            .intersect(crashed)
            .forEach(p -> phases.merge(p, phase, Math::min));
      }
    }
    return phases;
  }
}
