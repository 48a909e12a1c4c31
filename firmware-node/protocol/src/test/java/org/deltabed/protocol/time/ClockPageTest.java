package org.deltabed.protocol.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Stamped;
import org.deltabed.protocol.Vector;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** The clocks against the lines of dependable-systems-notes, 3.1 Asynchronous System. */
class ClockPageTest {
  private static final Num M = new Num(7);

  private static OneProcess process(String id, int self, int n) {
    return new OneProcess(Catalogue.find(id).composition(), self, n);
  }

  /** "When an event e on p occurs, then lp ← lp + 1", and "attaches a timestamp ts(m) = lp". */
  @Test
  void aSendingIsCountedAndThenStamped() {
    OneProcess p1 = process("M2", 1, 2).request(new Broadcast(M)).request(new Broadcast(M));
    assertEquals(
        List.of(
            "SentAt[message=7, time=1]",
            "send [at 1 7]",
            "SentAt[message=7, time=2]",
            "send [at 2 7]"),
        p1.didSince());
  }

  /** "When p receives a message m' with ts(m'), then p sets lp ← max{lp, ts(m')} + 1". */
  @Test
  void aReceiptComesAfterBothItsSendingAndWhatWasBefore() {
    OneProcess p1 = process("M2", 1, 2);
    p1.deliver(2, "/beb", new Stamped(new Num(5), M));
    p1.deliver(2, "/beb", new Stamped(new Num(2), M));
    assertEquals(
        List.of(
            "DeliveredAt[sender=2, message=7, time=6]", "DeliveredAt[sender=2, message=7, time=7]"),
        p1.didSince());
  }

  /** As the Lamport clock, for every process by itself. */
  @Test
  void aVectorClockMergesAndCountsItsOwn() {
    OneProcess p1 = process("M2-vector", 1, 3).request(new Broadcast(M));
    assertEquals(
        List.of("SentAt[message=7, time=[1, 0, 0]]", "send [at [1, 0, 0] 7]"), p1.didSince());
    p1.deliver(2, "/beb", new Stamped(Vector.of(0, 2, 3), M));
    assertEquals(List.of("DeliveredAt[sender=2, message=7, time=[2, 2, 3]]"), p1.didSince());
  }

  /** Departure 1 of M2-vector: on the page a delivery has the time of its broadcast. */
  @Test
  void theVectorOfWaitingCausalBroadcastIsNoClock() {
    OneProcess page =
        new OneProcess(Catalogue.variant("M2-vector-page").protocol().composition(), 1, 2);
    page.deliver(2, "/beb", new Stamped(Vector.of(0, 1), M));
    assertEquals(List.of("DeliveredAt[sender=2, message=7, time=[0, 1]]"), page.didSince());
  }

  @Test
  void vectorsAreComparedInEveryEntry() {
    assertTrue(Vector.of(1, 0).isBefore(Vector.of(1, 1)));
    assertFalse(Vector.of(1, 1).isBefore(Vector.of(1, 1)));
    assertTrue(Vector.of(1, 1).isAtMost(Vector.of(1, 1)));
    assertFalse(Vector.of(2, 0).isAtMost(Vector.of(1, 1)));
    assertEquals(Vector.of(2, 1), Vector.of(2, 0).max(Vector.of(1, 1)));
    assertEquals(Vector.of(0, 1), Vector.zero(2).plusOne(2));
  }
}
