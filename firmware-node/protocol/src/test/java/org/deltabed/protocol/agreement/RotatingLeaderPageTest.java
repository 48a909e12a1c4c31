package org.deltabed.protocol.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Adopted;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Decided;
import org.deltabed.protocol.Impose;
import org.deltabed.protocol.Latest;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.junit.jupiter.api.Test;

/** One of three processes against the prose of distributed-algorithms-notes, Algorithm 3. */
class RotatingLeaderPageTest {
  private static final Value TEN = new Num(10);
  private static final Value TWENTY = new Num(20);

  /** It proposes ten times its rank. */
  private static OneProcess process(Protocol protocol, int self) {
    OneProcess process = new OneProcess(protocol.underAdversary().composition(), self, 3);
    return process.request(new Propose(new Num(10L * self)));
  }

  private static OneProcess process(int self) {
    return process(Catalogue.find("C3"), self);
  }

  private static OneProcess latest(OneProcess to, int from, int round, Value value, int of) {
    return to.deliver(from, "/beb", new Latest(round, value, of));
  }

  private static OneProcess impose(OneProcess to, int from, int round, Value value) {
    return to.deliver(from, "/beb", new Impose(round, value));
  }

  private static OneProcess adopted(OneProcess to, int from, int round) {
    return to.deliver(from, "", new Addressed((round - 1) % 3 + 1, new Adopted(round)));
  }

  /** "1. Select among a majority the latest adopted value". */
  @Test
  void theLeaderSelectsTheLatestOfAMajority() {
    OneProcess p1 = process(1);
    assertEquals(List.of("send [1 latest 10 of 0]"), p1.didSince());
    latest(p1, 2, 1, TWENTY, 0);
    assertEquals(List.of("send [1 impose 10]"), p1.didSince());

    OneProcess p2 = process(2);
    p2.didSince();
    latest(p2, 1, 2, TEN, 1);
    assertEquals(List.of("send [2 latest 20 of 0]", "send [2 impose 10]"), p2.didSince());
  }

  /** "2. Any process in that majority adopts that value", and says so to the leader. */
  @Test
  void theOthersAdopt() {
    OneProcess p3 = process(3);
    p3.didSince();
    impose(p3, 1, 1, TEN);
    assertEquals(List.of("send [to p1 [1 adopted]]"), p3.didSince());
    p3.silence(1);
    assertEquals(List.of("send [2 latest 10 of 1]"), p3.didSince());
  }

  /** "3. pi decides and broadcasts the decision to all". */
  @Test
  void theLeaderDecidesWhatAMajorityHasAdopted() {
    OneProcess p1 = process(1);
    latest(p1, 2, 1, TWENTY, 0);
    p1.didSince();
    adopted(p1, 3, 1);
    assertEquals(List.of("Decide[value=10]", "send [p1 decided 10]"), p1.didSince());
    adopted(p1, 2, 1);
    latest(p1, 3, 4, TEN, 0);
    assertEquals(List.of(), p1.didSince());
  }

  /** "It uses reliable broadcast to send the decision to all: every correct process decides". */
  @Test
  void whoHearsOfTheDecisionDecides() {
    OneProcess p3 = process(3);
    p3.didSince();
    p3.deliver(1, "/rb/beb", new Data(1, new Decided(TEN)));
    assertEquals(List.of("send [p1 decided 10]", "Decide[value=10]"), p3.didSince());
    p3.deliver(2, "/rb/beb", new Data(2, new Decided(TEN)));
    assertEquals(List.of("send [p2 decided 10]"), p3.didSince());
  }

  /** "Processes that suspect pi inform pi and move to the next round, pi does so as well". */
  @Test
  void aRoundIsOverForAllWhenOneSuspectsItsLeader() {
    OneProcess p2 = process(2);
    p2.didSince();
    p2.silence(1);
    assertEquals(List.of("send [2 latest 20 of 0]"), p2.didSince());
    OneProcess p1 = process(1);
    p1.didSince();
    latest(p1, 2, 2, TWENTY, 0);
    assertEquals(List.of("send [2 latest 10 of 0]"), p1.didSince());
  }

  /** Departure 1: the last process leads too. */
  @Test
  void theLeaderOfRoundNIsTheLast() {
    OneProcess p3 = process(3);
    p3.didSince();
    latest(p3, 1, 3, TEN, 1);
    assertEquals(List.of("send [3 latest 30 of 0]", "send [3 impose 10]"), p3.didSince());
  }

  /** Departure 3: rounds are skipped where others are further. */
  @Test
  void roundsThatAreHeardOfTooLateAreSkipped() {
    OneProcess p2 = process(2);
    p2.didSince();
    latest(p2, 3, 6, TEN, 0);
    assertEquals(List.of("send [6 latest 20 of 0]"), p2.didSince());
  }

  /** Departure 8: what is imposed in a round that was left is not adopted. */
  @Test
  void nothingIsAdoptedInARoundThatWasLeft() {
    OneProcess p3 = process(3);
    p3.silence(1).didSince();
    impose(p3, 1, 1, TEN);
    assertEquals(List.of(), p3.didSince());
    OneProcess late = process(Catalogue.variant("C3-adopts-late").protocol(), 3);
    late.silence(1).didSince();
    impose(late, 1, 1, TEN);
    assertEquals(List.of("send [to p1 [1 adopted]]"), late.didSince());
  }

  /** A suspicion that is taken back does not bring the round back. */
  @Test
  void aRoundThatWasLeftIsLeft() {
    OneProcess p3 = process(3);
    p3.silence(1).heard(1).didSince();
    p3.silence(2);
    assertEquals(List.of("send [3 latest 30 of 0]"), p3.didSince());
  }
}
