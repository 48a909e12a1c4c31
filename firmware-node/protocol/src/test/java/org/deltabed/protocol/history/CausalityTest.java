package org.deltabed.protocol.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.protocol.DeliveredAt;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.SentAt;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vector;
import org.deltabed.protocol.properties.ClockProperties;
import org.junit.jupiter.api.Test;

/** Happens-before comes from the history: from each process's order, and from sendings. */
class CausalityTest {
  private static final Value M = new Num(7);

  private static Occurrence at(int process, Event event) {
    return new Occurrence(process, 0, 0, "c", Direction.INDICATION, event, "");
  }

  private static Outcome lamport(Occurrence... occurrences) {
    return ClockProperties.lamport("c").getFirst().check(history(occurrences));
  }

  private static Outcome converse(Occurrence... occurrences) {
    return ClockProperties.vector("c").get(1).check(history(occurrences));
  }

  private static History history(Occurrence... occurrences) {
    return new History(ProcessSet.all(2), ProcessSet.EMPTY, List.of(occurrences));
  }

  /** "In each of these we can say that e1 happens before e2": in one process, and by a message. */
  @Test
  void whatHappenedBeforeHasASmallerTime() {
    assertTrue(
        lamport(at(1, new SentAt(M, new Num(1))), at(2, new DeliveredAt(1, M, new Num(2))))
            .holds());
    assertFalse(
        lamport(at(1, new SentAt(M, new Num(2))), at(2, new DeliveredAt(1, M, new Num(2))))
            .holds());
    assertFalse(
        lamport(at(1, new SentAt(M, new Num(2))), at(1, new SentAt(new Num(8), new Num(2))))
            .holds());
  }

  /**
   * Traces of several nodes come one after the other, so a delivery may stand before its sending.
   */
  @Test
  void theOrderOfProcessesInTheHistoryDoesNotMatter() {
    Outcome outcome =
        lamport(at(2, new DeliveredAt(1, M, new Num(1))), at(1, new SentAt(M, new Num(1))));
    assertFalse(outcome.holds());
    assertTrue(outcome.explanation().contains("happened before p2 DeliveredAt"), outcome::toString);
  }

  /** "but not the other way round!" */
  @Test
  void aSmallerLamportTimeSaysNothing() {
    Outcome outcome =
        lamport(at(1, new SentAt(M, new Num(1))), at(2, new SentAt(new Num(8), new Num(2))));
    assertTrue(outcome.holds());
    assertEquals(0, outcome.checked());
  }

  @Test
  void aSmallerVectorTimeSaysThatItHappenedBefore() {
    Occurrence sending = at(1, new SentAt(M, Vector.of(1, 0)));
    assertTrue(converse(sending, at(2, new SentAt(M, Vector.of(0, 1)))).holds());
    assertTrue(
        converse(
                at(2, new DeliveredAt(1, M, Vector.of(1, 1))),
                at(2, new SentAt(M, Vector.of(1, 2))),
                sending)
            .holds());
    assertFalse(converse(sending, at(2, new SentAt(M, Vector.of(1, 1)))).holds());
  }
}
