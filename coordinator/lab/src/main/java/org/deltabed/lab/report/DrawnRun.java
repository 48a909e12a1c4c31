package org.deltabed.lab.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.trace.Kind;

/** What a space-time diagram needs of the traces of one run, within the rounds that are drawn. */
final class DrawnRun {
  /** Further incidents of a run are in its trace only. */
  static final int INCIDENTS_MAX = 300;

  /** A frame that its sender composed; addressee 0 is everybody. */
  record Sending(int addressee, long timeNs, long bytes, String ref) {}

  /** A frame at one receiver's step, with the numbers of the messages it completed. */
  record Reception(int process, long timeNs, long arrivalNs, List<Long> messages, String ref) {}

  /** A frame that came after its slot's deadline. */
  record Lateness(int process, long arrivalNs, long excessNs, String ref) {}

  /** A message as its sender handed it to the bus. */
  record Hand(long timeNs, String instance, String ref) {}

  /** Anything else that is worth a mark; process 0 is the witness itself. */
  record Incident(int process, long timeNs, Kind kind, String text, String ref) {}

  /** All that happened to the frame of one slot. */
  static final class Slot {
    final List<Sending> sendings = new ArrayList<>();
    final List<Reception> receptions = new ArrayList<>();
    final List<Lateness> late = new ArrayList<>();
    final Map<Integer, String> silent = new TreeMap<>();
    long lineStartNs = Long.MIN_VALUE;

    boolean carriesMessage() {
      return receptions.stream().anyMatch(r -> !r.messages().isEmpty());
    }
  }

  final Map<Integer, Long> startNs = new HashMap<>();
  final TreeMap<Integer, Slot> slots = new TreeMap<>();
  final Map<Long, Hand> hands = new HashMap<>();
  final List<Incident> incidents = new ArrayList<>();
  String damage = "";

  /** The slot at this position, counted from the run's start. */
  Slot slot(int position) {
    return slots.computeIfAbsent(position, p -> new Slot());
  }

  void hand(int process, long message, Hand hand) {
    hands.put(key(process, message), hand);
  }

  /** How the sender handed a message over; null when its trace is lost. */
  Hand hand(int process, long message) {
    return hands.get(key(process, message));
  }

  /** The run's start on the clock of a process; 0 is the witness. */
  long origin(int process, long otherwiseNs) {
    Long own = startNs.get(process);
    return own != null
        ? own
        : startNs.values().stream().mapToLong(Long::longValue).min().orElse(otherwiseNs);
  }

  private static long key(int process, long message) {
    return message << 8 | process;
  }
}
