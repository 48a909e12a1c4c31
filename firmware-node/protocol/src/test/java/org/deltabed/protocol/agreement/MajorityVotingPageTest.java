package org.deltabed.protocol.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Decided;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.OneProcess;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vote;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** One of three processes of C6, the consensus that distributed-algorithms-notes, FLP, calls P. */
class MajorityVotingPageTest {
  private static final Value ZERO = new Num(0);
  private static final Value ONE = new Num(1);

  private static OneProcess process(String id) {
    return new OneProcess(
        (id.equals("C6") ? Catalogue.find(id) : Catalogue.variant(id).protocol()).composition(),
        1,
        3);
  }

  private static OneProcess voted(String id, Value proposal) {
    OneProcess p1 = process(id).request(new Propose(proposal));
    p1.didSince();
    return p1;
  }

  private static OneProcess first(OneProcess p, int from, int round, Value value) {
    return p.deliver(from, "/beb", new Vote(round, false, value));
  }

  private static OneProcess second(OneProcess p, int from, int round, Value value) {
    return p.deliver(from, "/beb", new Vote(round, true, value));
  }

  @Test
  void aMajorityThatAgreesIsVotedForInTheSecondStep() {
    OneProcess p1 = voted("C6", ZERO);
    first(first(p1, 2, 1, ONE), 3, 1, ONE);
    assertEquals(List.of("send [1b 1]"), p1.didSince());
  }

  @Test
  void aMajorityThatDoesNotIsVotedForByNobody() {
    OneProcess p1 = voted("C6", ZERO);
    first(first(p1, 2, 1, ONE), 1, 1, ZERO);
    assertEquals(List.of("send [1b nil]"), p1.didSince());
    second(second(p1, 1, 1, new Nil()), 3, 1, new Nil());
    assertEquals(List.of("send [2a 0]"), p1.didSince(), "departure 2: the least");
  }

  @Test
  void aMajorityInTheSecondStepDecides() {
    OneProcess p1 = voted("C6", ZERO);
    first(first(p1, 2, 1, ONE), 3, 1, ONE).didSince();
    second(second(p1, 2, 1, ONE), 3, 1, ONE);
    assertEquals(List.of("Decide[value=1]", "send decided 1"), p1.didSince());
    first(p1, 2, 2, ONE);
    assertEquals(List.of(), p1.didSince());
  }

  @Test
  void oneVoteInTheSecondStepIsAdopted() {
    OneProcess p1 = voted("C6", ZERO);
    first(first(p1, 1, 1, ZERO), 2, 1, ONE).didSince();
    second(second(p1, 1, 1, new Nil()), 2, 1, ONE);
    assertEquals(List.of("send [2a 1]"), p1.didSince());

    OneProcess hasty = voted("C6-one-vote", ZERO);
    first(first(hasty, 1, 1, ZERO), 2, 1, ONE).didSince();
    second(second(hasty, 1, 1, new Nil()), 2, 1, ONE);
    assertEquals(List.of("Decide[value=1]", "send decided 1"), hasty.didSince());
  }

  /** "Each process delivers all messages sent to it": also those that come before their step. */
  @Test
  void votesOfLaterStepsAreKept() {
    OneProcess p1 = process("C6");
    second(second(p1, 2, 1, ONE), 3, 1, ONE);
    first(first(p1, 2, 1, ONE), 3, 1, ONE);
    assertEquals(List.of(), p1.didSince());
    p1.request(new Propose(ONE));
    assertEquals(
        List.of("Decide[value=1]", "send [1a 1]", "send [1b 1]", "send decided 1"),
        p1.didSince(),
        "it decides in the step in which it proposes, and then its broadcasts get to the bus");
  }

  @Test
  void whoIsToldOfADecisionDecidesAndTellsAll() {
    OneProcess p1 = voted("C6", ZERO);
    p1.deliver(3, "/beb", new Decided(ONE));
    p1.deliver(2, "/beb", new Decided(ONE));
    assertEquals(List.of("Decide[value=1]", "send decided 1"), p1.didSince());
  }

  @Test
  void whoKeepsItsEstimateMayVoteForItForEver() {
    OneProcess p1 = voted("C6-keeps-own", ONE);
    first(first(p1, 1, 1, ONE), 2, 1, ZERO).didSince();
    second(second(p1, 1, 1, new Nil()), 2, 1, new Nil());
    assertEquals(List.of("send [2a 1]"), p1.didSince());
  }
}
