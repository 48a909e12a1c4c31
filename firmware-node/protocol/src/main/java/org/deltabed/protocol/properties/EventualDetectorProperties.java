package org.deltabed.protocol.properties;

import java.util.List;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.history.History;
import org.deltabed.protocol.history.NamedProperty;
import org.deltabed.protocol.history.Occurrence;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;

/**
 * Properties of the eventually perfect detector; source: distributed-algorithms-notes, Eventually
 * Perfect Failure Detector. Both are liveness: what is judged is how things stand when they have
 * had time to settle after frames were last lost.
 */
public final class EventualDetectorProperties {
  /** A heartbeat is on its way for a cycle, and the cycle's end is when it is missed. */
  private static final int DETECTION_CYCLES = 2;

  /** After so many cycles every time-out that has doubled now and then is long enough. */
  private static final int SETTLING_CYCLES = 7;

  /** A time-out that doubled more often than that is longer than any run. */
  private static final int DOUBLINGS_MAX = 30;

  /**
   * No run in slots is so long: there messages take any time, and how long a detector errs says
   * nothing of it.
   */
  private static final long AFTER_ALL = 1_000_000;

  private EventualDetectorProperties() {}

  /** What an eventually perfect detector owes. */
  public static List<Property> eventuallyPerfect(String instance) {
    return List.of(strongCompleteness(instance), eventualStrongAccuracy(instance));
  }

  /** Due when the time-out has passed, which doubles with every suspicion that is taken back. */
  public static Property strongCompleteness(String instance) {
    return new NamedProperty(
        "strong completeness",
        instance,
        "Eventually, every process that crashes is permanently suspected by every correct process",
        true,
        true,
        history -> checkCompleteness(history, instance));
  }

  public static Property eventualStrongAccuracy(String instance) {
    return new NamedProperty(
        "eventual strong accuracy",
        instance,
        "Eventually, no correct process is ever suspected",
        true,
        true,
        history -> checkAccuracy(history, instance));
  }

  private static Outcome checkCompleteness(History history, String instance) {
    long checked = 0;
    String tooShort = null;
    for (int p = history.crashed().first(); p != 0; p = history.crashed().next(p)) {
      for (int q = history.correct().first(); q != 0; q = history.correct().next(q)) {
        Suspicions suspicions = Suspicions.of(history, instance, q, p);
        if (suspicions.standing() != null) {
          checked++;
          continue;
        }
        long cycles = DETECTION_CYCLES + (1L << Math.min(suspicions.restored(), DOUBLINGS_MAX));
        long due = Math.max(history.deadSlot(p), history.stableFrom()) + cycles * history.n();
        if (history.lastedThrough(due)) {
          return Outcome.broken(
              checked + 1,
              "p"
                  + q
                  + " is correct and does not suspect p"
                  + p
                  + ", which crashed in slot "
                  + history.deadSlot(p));
        }
        tooShort = "p" + q + " has until slot " + due + " to suspect p" + p + lasted(history);
      }
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, checked + " suspicions of crashed processes by correct ones");
  }

  private static Outcome checkAccuracy(History history, String instance) {
    long settled = history.stableFrom() + (long) SETTLING_CYCLES * history.n();
    long checked = 0;
    String tooShort = null;
    for (int p = history.correct().first(); p != 0; p = history.correct().next(p)) {
      for (int q = history.correct().first(); q != 0; q = history.correct().next(q)) {
        Suspicions suspicions = Suspicions.of(history, instance, q, p);
        Occurrence standing = suspicions.standing();
        Occurrence last = suspicions.last();
        if (last != null && last.slot() > settled && history.slots() < AFTER_ALL) {
          return Outcome.broken(
              checked + 1,
              last
                  + ", but p"
                  + p
                  + " is correct, and no frame was lost since slot "
                  + history.stableFrom(),
              last);
        }
        if (standing != null) {
          long due =
              Math.max(standing.slot(), history.stableFrom())
                  + (long) DETECTION_CYCLES * history.n();
          if (history.lastedThrough(due)) {
            return Outcome.broken(
                checked + 1, standing + " for good, but p" + p + " is correct", standing);
          }
          tooShort = "p" + q + " has until slot " + due + " to restore p" + p + lasted(history);
        }
        checked++;
      }
    }
    return tooShort != null
        ? Outcome.notJudged(tooShort)
        : Outcome.held(checked, "no correct process is suspected by another in the end");
  }

  private static String lasted(History history) {
    return ", and the run ended after " + history.slots() + " slots";
  }

  /**
   * What one process thought of another.
   *
   * @param last the last suspicion, or null
   * @param standing the same if it was not taken back, else null
   * @param restored how often one was taken back
   */
  private record Suspicions(Occurrence last, Occurrence standing, int restored) {
    static Suspicions of(History history, String instance, int by, int suspect) {
      Occurrence last = null;
      Occurrence standing = null;
      int restored = 0;
      for (Occurrence o : history.occurrences()) {
        if (o.process() != by || !o.instance().equals(instance)) {
          continue;
        }
        if (o.event() instanceof Suspect(int p) && p == suspect) {
          last = o;
          standing = o;
        }
        if (o.event() instanceof Restore(int p) && p == suspect) {
          restored++;
          standing = null;
        }
      }
      return new Suspicions(last, standing, restored);
    }
  }
}
