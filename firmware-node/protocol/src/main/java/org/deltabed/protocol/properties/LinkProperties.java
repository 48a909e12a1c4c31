package org.deltabed.protocol.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of links; source: distributed-algorithms-notes, Links. Messages are not unique, so
 * they are counted. What the page says of infinitely many is judged on runs that end; each property
 * says how.
 */
public final class LinkProperties {
  /** A message that was sent so often stands for one that is sent infinitely often. */
  private static final int OFTEN = 3;

  /** A message sent now is delivered within so many cycles, also when its frame is split. */
  private static final int DUE_CYCLES = 3;

  private LinkProperties() {}

  /** What fair-loss links owe. */
  public static List<Property> fairLoss(String instance) {
    return List.of(fairLossDelivery(instance), boundedDuplication(instance), noCreation(instance));
  }

  /** What stubborn links owe. */
  public static List<Property> stubborn(String instance) {
    return List.of(stubbornDelivery(instance), noCreation(instance));
  }

  /** What perfect links owe. */
  public static List<Property> perfect(String instance) {
    return List.of(validity(instance), noDuplication(instance), noCreation(instance));
  }

  /**
   * What authenticated perfect links owe, to correct processes and of correct processes.
   *
   * @param cycles within how many a message is delivered
   */
  public static List<Property> authenticated(String instance, int cycles) {
    return List.of(
        new NamedProperty(
            "reliable delivery",
            instance,
            "If a correct process sends a message m to a correct process q, then q eventually"
                + " delivers m",
            true,
            true,
            history -> checkValidity(history, instance, cycles)),
        new NamedProperty(
            "no duplication",
            instance,
            "No message is delivered by a correct process more than once",
            false,
            false,
            history -> checkNotMoreThanSent(amongCorrect(history), instance, 0)),
        new NamedProperty(
            "authenticity",
            instance,
            "If some correct process q delivers a message m with sender p and process p is"
                + " correct, then m was previously sent to q by p",
            false,
            false,
            history -> checkNoCreation(amongCorrect(history), instance)));
  }

  /** Without what faulty processes did, and what they are said to have sent. */
  private static History amongCorrect(History history) {
    return new History(
        history.processes(),
        history.crashed(),
        history.byzantine(),
        history.crashSlots(),
        history.slots(),
        history.occurrences().stream()
            .filter(o -> history.isCorrect(o.process()))
            .filter(o -> !(o.event() instanceof Deliver d) || history.isCorrect(d.sender()))
            .toList());
  }

  public static Property fairLossDelivery(String instance) {
    return new NamedProperty(
        "fair-loss",
        instance,
        "If a message is sent infinitely often by pi to pj and neither pi or pj crashes, then m is"
            + " delivered infinitely often by pj",
        true,
        true,
        history -> checkFairLoss(history, instance));
  }

  /** The page's finite duplication, made a bound, as every number is finite in a run that ends. */
  public static Property boundedDuplication(String instance) {
    return new NamedProperty(
        "bounded duplication",
        instance,
        "A message m that is sent k times by pi to pj is delivered at most k times by pj, and once"
            + " more for each frame that the bus repeats",
        false,
        false,
        history -> checkNotMoreThanSent(history, instance, history.bus().repetitions()));
  }

  public static Property stubbornDelivery(String instance) {
    return new NamedProperty(
        "stubborn delivery",
        instance,
        "If a process pi sends a message m to a correct process pj and pi does not crash, then pj"
            + " delivers m an infinite number of times",
        true,
        true,
        history -> checkStubborn(history, instance));
  }

  public static Property validity(String instance) {
    return new NamedProperty(
        "validity",
        instance,
        "If pi and pj are correct, then every message sent by pi to pj is eventually delivered by"
            + " pj",
        true,
        true,
        history -> checkValidity(history, instance, DUE_CYCLES));
  }

  public static Property noDuplication(String instance) {
    return new NamedProperty(
        "no duplication",
        instance,
        "No message is delivered (to a process) more than once",
        false,
        false,
        history -> checkNotMoreThanSent(history, instance, 0));
  }

  public static Property noCreation(String instance) {
    return new NamedProperty(
        "no creation",
        instance,
        "No message is delivered unless it was sent",
        false,
        false,
        history -> checkNoCreation(history, instance));
  }

  /** Equal messages of one process to another. */
  private record Channel(int from, int to, Value message) {
    @Override
    public String toString() {
      return message + " from p" + from + " to p" + to;
    }
  }

  private static Outcome checkFairLoss(History history, String instance) {
    Map<Channel, List<Occurrence>> delivered = deliveries(history, instance);
    long checked = 0;
    for (var entry : sendings(history, instance).entrySet()) {
      Channel channel = entry.getKey();
      int inTime =
          (int)
              entry.getValue().stream()
                  .filter(o -> o.slot() >= history.stableFrom())
                  .filter(o -> history.lastedThrough(due(history, o.slot(), DUE_CYCLES)))
                  .count();
      int owed = bothCorrect(history, channel) ? inTime / OFTEN : 0;
      int times = delivered.getOrDefault(channel, List.of()).size();
      if (times < owed) {
        return Outcome.broken(
            checked + 1,
            channel + " was sent " + inTime + " times and delivered " + times + " times",
            entry.getValue());
      }
      checked += owed;
    }
    return checked == 0
        ? Outcome.notJudged("no message was sent " + OFTEN + " times in time")
        : Outcome.held(checked, checked + " deliveries owed and made");
  }

  private static Outcome checkStubborn(History history, String instance) {
    Map<Channel, List<Occurrence>> delivered = deliveries(history, instance);
    long window = (long) DUE_CYCLES * history.n();
    long checked = 0;
    String tooShort = null;
    for (var entry : sendings(history, instance).entrySet()) {
      Channel channel = entry.getKey();
      Occurrence sending = entry.getValue().getFirst();
      if (!bothCorrect(history, channel)) {
        continue;
      }
      long first = Math.max(sending.slot(), history.stableFrom());
      if (!history.lastedThrough(first + 2 * window)) {
        tooShort = sending + ", and the run ended after " + history.slots() + " slots";
        continue;
      }
      List<Occurrence> times = delivered.getOrDefault(channel, List.of());
      for (long from = first; history.lastedThrough(from + window); from += window) {
        long begin = from;
        if (times.stream().noneMatch(o -> o.slot() >= begin && o.slot() < begin + window)) {
          return Outcome.broken(
              checked + 1,
              sending
                  + ", but p"
                  + channel.to()
                  + " did not deliver it in slots "
                  + begin
                  + " to "
                  + (begin + window - 1),
              sending);
        }
        checked++;
      }
    }
    return checked == 0 && tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, checked + " times delivered within " + window + " slots");
  }

  private static Outcome checkValidity(History history, String instance, int cycles) {
    Map<Channel, List<Occurrence>> delivered = deliveries(history, instance);
    long checked = 0;
    String tooShort = null;
    for (var entry : sendings(history, instance).entrySet()) {
      Channel channel = entry.getKey();
      if (!bothCorrect(history, channel)) {
        continue;
      }
      int times = delivered.getOrDefault(channel, List.of()).size();
      for (Occurrence sending : entry.getValue()) {
        if (times > 0) {
          times--;
          checked++;
        } else if (history.lastedThrough(due(history, sending.slot(), cycles))) {
          return Outcome.broken(
              checked + 1, sending + ", but p" + channel.to() + " never delivered it", sending);
        } else {
          tooShort = sending + ", and the run ended after " + history.slots() + " slots";
        }
      }
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, checked + " deliveries between correct processes");
  }

  private static Outcome checkNotMoreThanSent(History history, String instance, long repetitions) {
    Map<Channel, List<Occurrence>> sent = sendings(history, instance);
    long checked = 0;
    for (var entry : deliveries(history, instance).entrySet()) {
      int times = entry.getValue().size();
      int sendings = sent.getOrDefault(entry.getKey(), List.of()).size();
      if (sendings > 0 && times > sendings + repetitions) { // else no creation is broken
        return Outcome.broken(
            checked + times,
            entry.getKey() + " was sent " + sendings + " times and delivered " + times + " times",
            entry.getValue().get(sendings));
      }
      checked += times;
    }
    return Outcome.held(checked, checked + " deliveries, none too many");
  }

  private static Outcome checkNoCreation(History history, String instance) {
    Map<Channel, List<Occurrence>> sent = sendings(history, instance);
    long checked = 0;
    for (var entry : deliveries(history, instance).entrySet()) {
      Occurrence delivery = entry.getValue().getFirst();
      Channel channel = entry.getKey();
      boolean before =
          sent.getOrDefault(channel, List.of()).stream().anyMatch(o -> o.slot() <= delivery.slot());
      checked += entry.getValue().size();
      if (!before) {
        return Outcome.broken(
            checked,
            delivery + ", but p" + channel.from() + " had not sent it to p" + channel.to(),
            delivery);
      }
    }
    return Outcome.held(checked, checked + " deliveries of messages that were sent");
  }

  private static boolean bothCorrect(History history, Channel channel) {
    return history.isCorrect(channel.from()) && history.isCorrect(channel.to());
  }

  private static long due(History history, long sentSlot, int cycles) {
    return Math.max(sentSlot, history.stableFrom()) + (long) cycles * history.n();
  }

  private static Map<Channel, List<Occurrence>> sendings(History history, String instance) {
    Map<Channel, List<Occurrence>> byChannel = new LinkedHashMap<>();
    history
        .of(instance, Direction.REQUEST, Send.class)
        .forEach(
            o -> {
              Send send = (Send) o.event();
              add(byChannel, new Channel(o.process(), send.to(), send.message()), o);
            });
    return byChannel;
  }

  private static Map<Channel, List<Occurrence>> deliveries(History history, String instance) {
    Map<Channel, List<Occurrence>> byChannel = new LinkedHashMap<>();
    history
        .of(instance, Direction.INDICATION, Deliver.class)
        .forEach(
            o -> {
              Deliver deliver = (Deliver) o.event();
              add(byChannel, new Channel(deliver.sender(), o.process(), deliver.message()), o);
            });
    return byChannel;
  }

  private static void add(
      Map<Channel, List<Occurrence>> byChannel, Channel channel, Occurrence occurrence) {
    byChannel.computeIfAbsent(channel, key -> new ArrayList<>()).add(occurrence);
  }
}
