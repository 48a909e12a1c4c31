package org.deltabed.protocol.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Ping;
import org.deltabed.protocol.Pong;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** One process against the lines of dependable-systems-notes, 3.4.1 Implementing P. */
class PingPongPageTest {
  private static OneProcess process(String id, int self, int n) {
    return new OneProcess(
        (id.equals("D1") ? Catalogue.find(id) : Catalogue.variant(id).protocol()).composition(),
        self,
        n);
  }

  private static OneProcess pong(OneProcess process, int self, int from) {
    return process.deliver(from, "", new Addressed(self, new Pong()));
  }

  /** "upon receive msg. [PING] from p do send msg [PONG] to p". */
  @Test
  void aPingIsAnsweredWithAPong() {
    OneProcess p1 = process("D1", 1, 3);
    assertEquals(List.of("send ping"), p1.didSince());
    p1.deliver(2, "", new Ping());
    assertEquals(List.of("send [to p2 pong]"), p1.didSince());
  }

  /** Departure 3: nobody answers itself, or suspects itself. */
  @Test
  void whoRunsThisIsAlive() {
    OneProcess p1 = process("D1", 1, 2);
    p1.deliver(1, "", new Ping());
    pong(p1, 1, 2).cycleEnd().cycleEnd();
    assertEquals(List.of("send ping", "send ping"), p1.didSince());
  }

  /** "if p ∉ alive ∧ p ∉ detected then trigger Crash p", when the timer has run for Δ, and once. */
  @Test
  void whoHasNotAnsweredAtTheTimeoutIsDetectedOnce() {
    OneProcess p1 = process("D1", 1, 3);
    pong(p1, 1, 3).cycleEnd();
    assertEquals(List.of("send ping"), p1.didSince());
    p1.cycleEnd();
    assertEquals(List.of("Crash[process=2]", "send ping"), p1.didSince());
    pong(p1, 1, 3).cycleEnd().cycleEnd();
    assertEquals(List.of("send ping"), p1.didSince());
  }

  /** "alive ← ∅": an answer counts for its period. */
  @Test
  void everyPeriodAsksAnew() {
    OneProcess p1 = process("D1", 1, 2);
    pong(p1, 1, 2).cycleEnd().cycleEnd().cycleEnd().cycleEnd();
    assertEquals(List.of("send ping", "send ping", "Crash[process=2]", "send ping"), p1.didSince());
  }

  /** A PONG to another process is none of this one's. */
  @Test
  void theAnswerToAnotherDoesNotCount() {
    OneProcess p1 = process("D1", 1, 3);
    p1.deliver(2, "", new Addressed(3, new Pong()));
    pong(p1, 1, 3).cycleEnd().cycleEnd();
    assertEquals(List.of("send ping", "Crash[process=2]", "send ping"), p1.didSince());
  }

  /** Departure 5: P does not forgive; X12 does, and after that never suspects again. */
  @Test
  void aLatePongChangesNothing() {
    OneProcess p1 = process("D1", 1, 2);
    p1.cycleEnd().cycleEnd();
    pong(p1, 1, 2);
    p1.cycleEnd().cycleEnd();
    assertEquals(List.of("send ping", "Crash[process=2]", "send ping", "send ping"), p1.didSince());

    OneProcess forgiving = process("X12", 1, 2);
    forgiving.cycleEnd();
    pong(forgiving, 1, 2).cycleEnd().cycleEnd();
    assertEquals(
        List.of(
            "send ping",
            "Crash[process=2]",
            "send ping",
            "Restore[process=2]",
            "send ping",
            "send ping"),
        forgiving.didSince());
  }

  /** Departure 1: with all in the loop, who has answered is suspected, but for the first. */
  @Test
  void aliveMustNotBeEmptiedInTheLoop() {
    OneProcess p1 = process("D1-in-the-loop", 1, 3);
    pong(pong(p1, 1, 2), 1, 3).cycleEnd().cycleEnd();
    assertEquals(List.of("send ping", "send ping", "Crash[process=3]", "send ping"), p1.didSince());
  }
}
