package org.deltabed.protocol.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.protocol.Alive;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** One process that makes P out of what needs P, against distributed-algorithms-notes. */
class EquivalencePageTest {
  private static OneProcess process(String id, int self, int n) {
    return new OneProcess(Catalogue.find(id).composition(), self, n);
  }

  /** "If a process pk delivers f, then pk suspects pi". */
  @Test
  void whoDeliversFSuspectsTheSender() {
    OneProcess p1 = process("D5", 1, 2);
    p1.silence(2);
    assertEquals(List.of("Crash[process=2]"), crashes(p1));
    p1.silence(2);
    assertEquals(List.of(), crashes(p1));
  }

  /** "Every process pi keeps on trbBroadcasting messages mi1, mi2, etc." */
  @Test
  void theNextBroadcastWaitsForTheEndOfTheCycle() {
    OneProcess p1 = process("D5", 1, 1);
    assertEquals(List.of("send 0"), p1.didSince());
    p1.deliver(1, "/trb[1]/beb", new Num(0));
    assertEquals(List.of("send 0"), p1.didSince()); // C1's leader decides and tells
    p1.cycleEnd();
    assertEquals(List.of("send 1"), p1.didSince());
    p1.cycleEnd();
    assertEquals(List.of(), p1.didSince());
  }

  /** Departure 2 of D5: a process of which nothing was ever heard is suspected. */
  @Test
  void whoNeverBroadcastIsSuspected() {
    OneProcess p2 = process("D5", 2, 2);
    p2.silence(1);
    assertEquals(List.of("Crash[process=1]"), crashes(p2));

    OneProcess waiting =
        new OneProcess(Catalogue.variant("D5-waits-to-hear").protocol().composition(), 2, 2);
    waiting.silence(1);
    assertEquals(List.of(), crashes(waiting));
  }

  /** "0 can only be decided if some process crashes", and with f = 1 the others say who lives. */
  @Test
  void afterAnAbortTheOneThatDoesNotSayAliveIsSuspected() {
    OneProcess p1 = process("D5-nbac", 1, 3);
    p1.silence(3).deliver(1, "/nbac[1]/beb", new Num(1)).deliver(2, "/nbac[1]/beb", new Num(1));
    p1.deliver(1, "/nbac[1]/uc/beb", new Num(0)).deliver(2, "/nbac[1]/uc/beb", new Num(0));
    assertTrue(p1.didSince().contains("send [alive 1]"));
    p1.deliver(1, "/beb", new Alive(1));
    assertEquals(List.of(), p1.didSince());
    p1.deliver(2, "/beb", new Alive(1));
    assertEquals(List.of("Crash[process=3]"), p1.didSince());
  }

  /** A transaction that is committed says that nobody is missing, and the next one begins. */
  @Test
  void afterACommitTheNextTransactionBeginsAtTheEndOfTheCycle() {
    OneProcess p1 = process("D5-nbac", 1, 1);
    p1.deliver(1, "/nbac[1]/beb", new Num(1)).deliver(1, "/nbac[1]/uc/beb", new Num(1));
    assertEquals(List.of("send 1", "send 1"), p1.didSince());
    p1.cycleEnd();
    assertEquals(List.of("send 1"), p1.didSince());
  }

  private static List<String> crashes(OneProcess process) {
    return process.didSince().stream().filter(what -> what.startsWith("Crash")).toList();
  }
}
