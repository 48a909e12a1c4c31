package org.deltabed.protocol.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.replication.paxos.Accepted;
import org.deltabed.protocol.replication.paxos.Numbers;
import org.deltabed.protocol.replication.paxos.Prepare;
import org.deltabed.protocol.replication.paxos.Promise;
import org.deltabed.protocol.replication.paxos.Proposal;
import org.junit.jupiter.api.Test;

/** One process of Multi-Paxos against multipaxos-pbft-exercise, Multi-Paxos. */
class MultiPaxosPageTest {
  private static OneProcess process(int self) {
    return new OneProcess(Catalogue.find("S4").underAdversary().composition(), self, 3);
  }

  private static Num x(long value) {
    return new Num(value);
  }

  /** "1. Prepare (n=5)", departure 1: without a value. */
  @Test
  void aProposerPreparesItsNumberBeforeItProposes() {
    OneProcess p1 = process(1).request(new Propose(x(8)));
    assertEquals(List.of("send prepare(n=1, from 1)"), p1.didSince());
    p1.deliver(3, "", new Addressed(1, new Promise(1, 1, List.of())));
    assertEquals(List.of("send propose(n=1, i=1, x=8)"), p1.didSince());
  }

  /** "2. Propose: (n=5, x=2)": no second preparation, and departure 2: another instance. */
  @Test
  void itProposesTheNextValueUnderTheSameNumber() {
    OneProcess p1 = process(1).request(new Propose(x(8)));
    p1.deliver(3, "", new Addressed(1, new Promise(1, 1, List.of()))).didSince();
    p1.request(new Propose(x(2)));
    assertEquals(List.of("send propose(n=1, i=2, x=2)"), p1.didSince());
    p1.deliver(3, "", new Addressed(1, new Accepted(1, 1)));
    assertEquals(List.of("send chosen(i=1, x=8)", "Learn[position=1, value=8]"), p1.didSince());
  }

  /** "n_max = 5": an acceptor promises no number that is not above it, and takes none below. */
  @Test
  void anAcceptorKeepsItsPromise() {
    OneProcess p3 = process(3).deliver(2, "", new Prepare(2, 1));
    assertEquals(List.of("send [to p2 promise(n=2, next 1, [])]"), p3.didSince());
    p3.deliver(1, "", new Prepare(1, 1));
    p3.deliver(1, "", new Proposal(1, 1, x(8)));
    assertEquals(
        List.of("send [to p1 rejected(n_max=2, next 1)]", "send [to p1 rejected(n_max=2, next 1)]"),
        p3.didSince());
    p3.deliver(2, "", new Proposal(2, 1, x(2)));
    assertEquals(List.of("send [to p2 accepted(n=2, i=1)]"), p3.didSince());
  }

  /** Departure 4: the promise tells x_last and n_last, and that is proposed. */
  @Test
  void whatMayBeChosenIsProposedAgain() {
    OneProcess p2 = process(2).request(new Propose(x(2)));
    p2.didSince();
    p2.deliver(3, "", new Addressed(2, new Promise(2, 1, List.of(new Proposal(1, 2, x(8))))));
    assertEquals(
        List.of(
            "send propose(n=2, i=1, x=nil)",
            "send propose(n=2, i=2, x=8)",
            "send propose(n=2, i=3, x=2)"),
        p2.didSince());
  }

  /** "Another proposer? Has to use another sequence number n!" */
  @Test
  void noTwoProposersHaveOneNumber() {
    Numbers numbers = new Numbers(3);
    assertEquals(1, numbers.above(Numbers.NONE, 1));
    assertEquals(2, numbers.above(Numbers.NONE, 2));
    assertEquals(4, numbers.above(3, 1));
    assertEquals(5, numbers.above(2, 2));
    for (long number = 1; number < 30; number++) {
      for (int p = 1; p <= 3; p++) {
        long next = numbers.above(number, p);
        assertEquals(p, numbers.owner(next));
        assertEquals(true, next > number && next <= number + 3);
      }
    }
  }
}
