package org.deltabed.protocol.properties;

import java.util.List;
import java.util.Optional;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/** Properties of P; source: distributed-algorithms-notes, Perfect Failure Detector. */
public final class DetectorProperties {
  private DetectorProperties() {}

  /** A crash is heard as silence within a cycle and a slot. */
  private static final int CYCLES_FROM_SLOTS = 2;

  /** What P owes that is made from silence in slots. */
  public static List<Property> perfect(String instance) {
    return perfect(instance, CYCLES_FROM_SLOTS);
  }

  /** What P owes that takes up to so many cycles to detect a crash. */
  public static List<Property> perfect(String instance, int dueCycles) {
    return List.of(strongCompleteness(instance, dueCycles), strongAccuracy(instance));
  }

  /**
   * What P owes that is made from an agreement that is made with P. There completeness needs δ too:
   * it rests on the agreement's termination, and where nothing is tried again after the first
   * suspicion, on the accuracy of the P below.
   */
  public static List<Property> perfectFromAgreement(String instance, int dueCycles) {
    return List.of(strongCompleteness(instance, dueCycles, true), strongAccuracy(instance));
  }

  public static Property strongCompleteness(String instance) {
    return strongCompleteness(instance, CYCLES_FROM_SLOTS);
  }

  public static Property strongCompleteness(String instance, int dueCycles) {
    return strongCompleteness(instance, dueCycles, false);
  }

  private static Property strongCompleteness(String instance, int dueCycles, boolean needsDelta) {
    return new NamedProperty(
        "strong completeness",
        instance,
        "Eventually, every process that crashes is permanently suspected by every correct process",
        needsDelta,
        true,
        history -> checkCompleteness(history, instance, dueCycles));
  }

  public static Property strongAccuracy(String instance) {
    return new NamedProperty(
        "strong accuracy",
        instance,
        "No process is suspected before it crashes",
        true,
        false,
        history -> checkAccuracy(history, instance));
  }

  /** What was not suspected after so many cycles will not be. */
  private static Outcome checkCompleteness(History history, String instance, int dueCycles) {
    long checked = 0;
    String tooShort = null;
    for (int p = history.crashed().first(); p != 0; p = history.crashed().next(p)) {
      long due = history.deadSlot(p) + (long) dueCycles * history.n();
      for (int q = history.correct().first(); q != 0; q = history.correct().next(q)) {
        if (suspectsForGood(history, instance, q, p)) {
          checked++;
        } else if (history.lastedThrough(due)) {
          return Outcome.broken(
              checked + 1,
              "p"
                  + q
                  + " is correct and does not suspect p"
                  + p
                  + ", which crashed in slot "
                  + history.deadSlot(p));
        } else {
          tooShort =
              "p"
                  + q
                  + " has until slot "
                  + due
                  + " to suspect p"
                  + p
                  + ", and the run ended after "
                  + history.slots()
                  + " slots";
        }
      }
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, checked + " suspicions of crashed processes by correct ones");
  }

  /**
   * Against the evidence of the crash, and against signs of life of the suspect in a later slot.
   */
  private static Outcome checkAccuracy(History history, String instance) {
    List<Occurrence> suspicions = suspicions(history, instance);
    for (Occurrence suspicion : suspicions) {
      int suspect = ((Crash) suspicion.event()).process();
      if (!history.crashed().contains(suspect)) {
        return Outcome.broken(
            suspicions.size(), suspicion + ", but p" + suspect + " did not crash", suspicion);
      }
      Long crashSlot = history.crashSlots().get(suspect);
      if (crashSlot != null && suspicion.slot() < crashSlot) {
        return Outcome.broken(
            suspicions.size(),
            suspicion + ", but p" + suspect + " crashed in slot " + crashSlot,
            suspicion);
      }
      Optional<Occurrence> life =
          history.occurrences().stream()
              .filter(o -> o.process() == suspect && o.slot() > suspicion.slot())
              .findFirst();
      if (life.isPresent()) {
        return Outcome.broken(
            suspicions.size(), suspicion + ", but later " + life.get(), suspicion, life.get());
      }
    }
    return Outcome.held(
        suspicions.size(), suspicions.size() + " suspicions, all of crashed processes");
  }

  private static List<Occurrence> suspicions(History history, String instance) {
    return history.of(instance, Direction.INDICATION, Crash.class).toList();
  }

  /** Permanently: the detector has not taken it back, as only one that may err does. */
  private static boolean suspectsForGood(History history, String instance, int by, int suspect) {
    boolean suspects = false;
    for (Occurrence o : history.occurrences()) {
      if (o.process() == by && o.instance().equals(instance)) {
        suspects |= o.event() instanceof Crash(int p) && p == suspect;
        suspects &= !(o.event() instanceof Restore(int p) && p == suspect);
      }
    }
    return suspects;
  }
}
