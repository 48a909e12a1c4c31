package org.deltabed.protocol.harness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/** Judges a protocol's properties over many schedules of the lockstep adversary. */
final class SlotExplorer {
  private final Protocol protocol;
  private final List<Setup> setups;
  private final int slots;

  long schedules;
  long judgements;

  /** The properties that were broken, each with the first schedule that does it. */
  final Map<String, String> broken = new LinkedHashMap<>();

  SlotExplorer(Protocol protocol, int n, int slots) {
    this(protocol, List.of(Setup.of(n)), slots);
  }

  SlotExplorer(Protocol protocol, List<Setup> setups, int slots) {
    this.protocol = protocol;
    this.setups = setups;
    this.slots = slots;
  }

  /** With every vector of values; runs long enough for every liveness property. */
  private static SlotExplorer lasting(Protocol protocol, int n, int f) {
    return new SlotExplorer(protocol, Setup.all(protocol, n, f), (2 * protocol.cycles() + 2) * n);
  }

  /** Every crash in the first cycle, everyone asked in slot 0. */
  static SlotExplorer exhaust(Protocol protocol, int n, int f) {
    return exhaust(protocol, n, f, n);
  }

  /** Every crash in the first slots, everyone asked in slot 0. */
  static SlotExplorer exhaust(Protocol protocol, int n, int f, int crashSlots) {
    SlotExplorer explorer = lasting(protocol, n, f);
    Schedule.all(n, f, crashSlots, explorer::visit);
    return explorer;
  }

  /**
   * As {@link #exhaust}, and everyone asked in any slot of the first cycle or the first of the
   * second.
   */
  static SlotExplorer exhaustAsked(Protocol protocol, int n, int f) {
    SlotExplorer explorer = lasting(protocol, n, f);
    Schedule.allAsked(
        n,
        f,
        n,
        n,
        schedule -> {
          if (explorer.delaysOnlyRequests(schedule)) {
            explorer.visit(schedule);
          }
        });
    return explorer;
  }

  /** Whether every process that is asked late is asked something. */
  private boolean delaysOnlyRequests(Schedule schedule) {
    Setup setup = setups.getFirst();
    for (int p = 1; p <= setup.n(); p++) {
      if (schedule.askedSlots().get(p - 1) > 0 && setup.requests(protocol, p).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Every crash in the first slots, each asked when its own first slot begins. */
  static SlotExplorer exhaustInTurn(Protocol protocol, int n, int f, int crashSlots) {
    SlotExplorer explorer = lasting(protocol, n, f);
    Schedule.allInTurn(n, f, crashSlots, explorer::visit);
    return explorer;
  }

  /** Gives the history with the last vector of values. */
  History visit(Schedule schedule) {
    schedules++;
    History last = null;
    for (Setup setup : setups) {
      last = visit(setup, schedule);
    }
    return last;
  }

  private History visit(Setup setup, Schedule schedule) {
    History history = SlotRun.run(protocol, setup, schedule, slots);
    for (Property property : protocol.properties()) {
      Outcome outcome = property.check(history);
      judgements += outcome.checked();
      if (!outcome.holds()) {
        broken.putIfAbsent(property.id(), setup + " " + schedule + ": " + outcome.explanation());
      }
    }
    return history;
  }
}
