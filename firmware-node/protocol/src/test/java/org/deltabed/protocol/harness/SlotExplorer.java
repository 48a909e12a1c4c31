package org.deltabed.protocol.harness;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/** Judges a protocol's properties over many schedules of the lockstep adversary. */
final class SlotExplorer {
  private final Protocol protocol;
  private final int n;
  private final int slots;

  long schedules;
  long judgements;

  /** The properties that were broken, each with the first schedule that does it. */
  final Map<String, String> broken = new LinkedHashMap<>();

  SlotExplorer(Protocol protocol, int n, int slots) {
    this.protocol = protocol;
    this.n = n;
    this.slots = slots;
  }

  /**
   * Every crash in the first cycle, everyone asked in slot 0; runs long enough for every liveness
   * property.
   */
  static SlotExplorer exhaust(Protocol protocol, int n, int f) {
    SlotExplorer explorer = new SlotExplorer(protocol, n, 4 * n);
    Schedule.all(n, f, n, explorer::visit);
    return explorer;
  }

  /**
   * As {@link #exhaust}, and everyone asked in any slot of the first cycle or the first of the
   * second.
   */
  static SlotExplorer exhaustAsked(Protocol protocol, int n, int f) {
    SlotExplorer explorer = new SlotExplorer(protocol, n, 4 * n);
    Schedule.allAsked(n, f, n, n, explorer::visit);
    return explorer;
  }

  History visit(Schedule schedule) {
    History history = SlotRun.run(protocol, n, schedule, slots);
    schedules++;
    for (Property property : protocol.properties()) {
      Outcome outcome = property.check(history);
      judgements += outcome.checked();
      if (!outcome.holds()) {
        broken.putIfAbsent(property.id(), schedule + ": " + outcome.explanation());
      }
    }
    return history;
  }
}
