package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.ValueSet;
import org.deltabed.protocol.View;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of view synchrony; source: distributed-algorithms-notes, View Synchrony. All begin in
 * V(0, S). A process broadcasts a message at most once.
 */
public final class ViewSynchronyProperties {
  private ViewSynchronyProperties() {}

  /**
   * What view synchrony owes: the page's nine, and the one that gives it its name.
   *
   * @param cycles how many after the broadcast and the last crash a message or a view is due
   */
  public static List<Property> of(String instance, int cycles) {
    List<Property> all = new ArrayList<>();
    all.add(viewInclusion(instance));
    all.addAll(MembershipProperties.of(instance, cycles));
    all.add(validity(instance, cycles));
    all.add(BroadcastProperties.noDuplication(instance));
    all.add(BroadcastProperties.noCreation(instance));
    all.add(deliveryAgreement(instance, cycles));
    all.add(sameDeliveries(instance));
    return all;
  }

  public static Property viewInclusion(String instance) {
    return new NamedProperty(
        "view inclusion",
        instance,
        "If some process delivers a message m from process p in view V, then m was broadcast by p"
            + " in V",
        false,
        false,
        history -> checkViewInclusion(history, instance));
  }

  public static Property validity(String instance, int cycles) {
    return new NamedProperty(
        "validity",
        instance,
        "If pi and pj are correct, then every message broadcast by pi is eventually delivered by"
            + " pj",
        true,
        true,
        history -> checkValidity(history, instance, cycles));
  }

  public static Property deliveryAgreement(String instance, int cycles) {
    return new NamedProperty(
        "delivery agreement",
        instance,
        "For any message m, if any correct process delivers m, then every correct process delivers"
            + " m",
        true,
        true,
        history -> checkDeliveryAgreement(history, instance, cycles));
  }

  /**
   * The page's list implies it for correct processes only: by agreement both deliver the message,
   * by view inclusion in the view of its broadcast. Of one that installs the second view and
   * crashes, the list says nothing.
   */
  public static Property sameDeliveries(String instance) {
    return new NamedProperty(
        "same deliveries",
        instance,
        "If two processes install the same two views one after the other, they deliver the same"
            + " messages in the first",
        true,
        false,
        history -> checkSameDeliveries(history, instance));
  }

  /** What a process did in one view, by the view's id. */
  private record Stay(View view, List<Data> broadcast, List<Occurrence> deliveries) {
    static Stay in(View view) {
      return new Stay(view, new ArrayList<>(), new ArrayList<>());
    }

    ValueSet delivered() {
      return ValueSet.of(deliveries.stream().map(ViewSynchronyProperties::delivered).toList());
    }
  }

  private static Data delivered(Occurrence delivery) {
    Deliver event = (Deliver) delivery.event();
    return new Data(event.sender(), event.message());
  }

  /** By process, its views in its order; the last one may go on. */
  private static Map<Integer, List<Stay>> stays(History history, String instance) {
    TreeMap<Integer, List<Stay>> stays = new TreeMap<>();
    history
        .processes()
        .forEach(
            p -> {
              List<Stay> first = new ArrayList<>();
              first.add(Stay.in(new View(0, history.processes())));
              stays.put(p, first);
            });
    for (Occurrence o : history.occurrences()) {
      if (!o.instance().equals(instance)) {
        continue;
      }
      List<Stay> own = stays.get(o.process());
      boolean request = o.direction() == Direction.REQUEST;
      switch (o.event()) {
        case Broadcast(var m) when request ->
            own.getLast().broadcast().add(new Data(o.process(), m));
        case Deliver _ when !request -> own.getLast().deliveries().add(o);
        case NewView(View view) when !request -> own.add(Stay.in(view));
        default -> {}
      }
    }
    return stays;
  }

  private static Outcome checkViewInclusion(History history, String instance) {
    Map<Integer, List<Stay>> stays = stays(history, instance);
    long checked = 0;
    for (List<Stay> own : stays.values()) {
      for (Stay stay : own) {
        for (Occurrence delivery : stay.deliveries()) {
          checked++;
          Data message = delivered(delivery);
          if (!wasBroadcastIn(stay.view().id(), message, stays.get(message.source()))) {
            return Outcome.broken(
                checked,
                delivery
                    + " in "
                    + stay.view()
                    + ", but p"
                    + message.source()
                    + " did not broadcast it in that view",
                delivery);
          }
        }
      }
    }
    return Outcome.held(checked, checked + " deliveries, each in the view of its broadcast");
  }

  private static boolean wasBroadcastIn(int id, Data message, List<Stay> ofSource) {
    return ofSource != null
        && ofSource.stream()
            .anyMatch(stay -> stay.view().id() == id && stay.broadcast().contains(message));
  }

  private static Outcome checkSameDeliveries(History history, String instance) {
    TreeMap<String, Integer> firstWho = new TreeMap<>();
    TreeMap<String, ValueSet> first = new TreeMap<>();
    long checked = 0;
    for (var entry : stays(history, instance).entrySet()) {
      List<Stay> own = entry.getValue();
      for (int i = 0; i + 1 < own.size(); i++) {
        String views = own.get(i).view() + " and " + own.get(i + 1).view();
        ValueSet delivered = own.get(i).delivered();
        checked++;
        ValueSet before = first.putIfAbsent(views, delivered);
        firstWho.putIfAbsent(views, entry.getKey());
        if (before != null && !before.equals(delivered)) {
          return Outcome.broken(
              checked,
              "p"
                  + firstWho.get(views)
                  + " and p"
                  + entry.getKey()
                  + " installed "
                  + views
                  + ", but delivered "
                  + before
                  + " and "
                  + delivered
                  + " in the first",
              own.get(i).deliveries());
        }
      }
    }
    return Outcome.held(checked, checked + " views left with the same deliveries");
  }

  private static Outcome checkValidity(History history, String instance, long cycles) {
    Owed owed = new Owed(history, instance, cycles);
    for (Occurrence o : history.of(instance, Direction.REQUEST, Broadcast.class).toList()) {
      if (history.isCorrect(o.process())) {
        owed.everywhere(new Data(o.process(), ((Broadcast) o.event()).message()), o);
      }
    }
    return owed.outcome("broadcasts by correct processes");
  }

  private static Outcome checkDeliveryAgreement(History history, String instance, long cycles) {
    Owed owed = new Owed(history, instance, cycles);
    for (Occurrence o : history.of(instance, Direction.INDICATION, Deliver.class).toList()) {
      if (history.isCorrect(o.process())) {
        owed.everywhere(delivered(o), o);
      }
    }
    return owed.outcome("deliveries by correct processes");
  }

  /** Whether every correct process delivers what it owes because of an occurrence. */
  private static final class Owed {
    private final History history;
    private final long cycles;
    private final TreeMap<Integer, ValueSet> delivered = new TreeMap<>();
    private long checked;
    private Outcome broken;
    private String tooShort;

    Owed(History history, String instance, long cycles) {
      this.history = history;
      this.cycles = cycles;
      for (var entry : stays(history, instance).entrySet()) {
        List<Data> all = new ArrayList<>();
        entry
            .getValue()
            .forEach(
                stay ->
                    stay.deliveries().stream()
                        .map(ViewSynchronyProperties::delivered)
                        .forEach(all::add));
        delivered.put(entry.getKey(), ValueSet.of(all));
      }
    }

    void everywhere(Data message, Occurrence because) {
      long due = Math.max(because.slot(), history.lastCrashSlot()) + cycles * history.n();
      for (int q = history.correct().first(); q != 0; q = history.correct().next(q)) {
        checked++;
        if (delivered.get(q).contains(message)) {
          continue;
        }
        String why = because + ", but p" + q + " did not deliver it";
        if (!history.lastedThrough(due)) {
          tooShort = why + ", and may until slot " + due;
        } else if (broken == null) {
          broken = Outcome.broken(checked, why + " by slot " + due, because);
        }
      }
    }

    Outcome outcome(String what) {
      if (broken != null) {
        return broken;
      }
      return tooShort != null
          ? Outcome.notJudged(tooShort)
          : Outcome.held(checked, checked + " times delivered: " + what);
    }
  }
}
