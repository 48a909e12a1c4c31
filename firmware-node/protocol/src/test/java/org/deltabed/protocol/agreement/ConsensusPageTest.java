package org.deltabed.protocol.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Stack;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * One process of each consensus against the sentences of distributed-algorithms-notes, Consensus.
 */
class ConsensusPageTest {
  private final List<String> did = new ArrayList<>();

  private Stack process(String id, int self, int n) {
    Stack.Output output =
        new Stack.Output() {
          @Override
          public void send(String instance, Value message) {
            did.add("broadcast " + message);
          }

          @Override
          public void event(String instance, Direction direction, Event event) {
            if (direction == Direction.INDICATION
                && !instance.endsWith("beb")
                && !instance.equals("P")) {
              did.add(event.toString());
            }
          }
        };
    Stack stack = new Stack(Catalogue.find(id).composition(), self, n, output);
    stack.init();
    return stack;
  }

  private static void propose(Stack stack, String top, long value) {
    stack.request(top, new Propose(new Num(value)));
  }

  private static void deliver(Stack stack, String top, int sender, long value) {
    stack.deliver(sender, top + "/beb", new Num(value));
  }

  /** "The leader of a round decides its current proposal and broadcasts it to all." */
  @Test
  void theLeaderOfARoundDecidesItsCurrentProposalAndBroadcastsIt() {
    propose(process("C1", 1, 3), "cons", 7);
    assertEquals(List.of("Decide[value=7]", "broadcast 7"), did);
  }

  /**
   * "A process that is not a leader in a round waits either to deliver the proposal of the leader
   * ... to adopt it".
   */
  @Test
  void aFollowerWaitsForTheProposalOfTheLeaderAndAdoptsIt() {
    Stack p2 = process("C1", 2, 3);
    propose(p2, "cons", 8);
    assertEquals(List.of(), did);
    deliver(p2, "cons", 1, 7);
    assertEquals(List.of("Decide[value=7]", "broadcast 7"), did);
  }

  /** "... or to suspect the leader." */
  @Test
  void orAFollowerSuspectsTheLeader() {
    Stack p2 = process("C1", 2, 3);
    propose(p2, "cons", 8);
    p2.silence(1);
    assertEquals(List.of("Decide[value=8]", "broadcast 8"), did);
  }

  /**
   * "upon event Propose, v: if currentProposal = nil": one that has adopted keeps what it adopted.
   */
  @Test
  void aProposalAfterAdoptingChangesNothing() {
    Stack p3 = process("C1", 3, 3);
    deliver(p3, "cons", 1, 7);
    propose(p3, "cons", 9);
    p3.silence(2);
    assertEquals(List.of("Decide[value=7]", "broadcast 7"), did);
  }

  /** Departure 1 of C1 and C2: a message of a later round waits for its round. */
  @Test
  void aMessageOfALaterRoundIsKept() {
    Stack p3 = process("C1", 3, 3);
    propose(p3, "cons", 9);
    deliver(p3, "cons", 2, 7);
    assertEquals(List.of(), did);
    deliver(p3, "cons", 1, 7);
    assertEquals(List.of("Decide[value=7]", "broadcast 7"), did);
  }

  /**
   * Departure 2 of C1 and C2, and the notes: "it would not be able to trigger the event bebDeliver,
   * p1, value".
   */
  @Test
  void aMessageOfAnEarlierRoundIsDropped() {
    Stack p3 = process("C1", 3, 3);
    propose(p3, "cons", 9);
    p3.silence(1);
    deliver(p3, "cons", 1, 7);
    p3.silence(2);
    assertEquals(List.of("Decide[value=9]", "broadcast 9"), did);
  }

  /**
   * Departure 5: "currentProposal != nil" makes a correct leader that was not asked block the
   * others.
   */
  @Test
  void aLeaderWithoutAProposalIsSilentAndBlocks() {
    Stack p1 = process("C1", 1, 2);
    assertEquals(List.of(), did);
    propose(p1, "cons", 7);
    assertEquals(List.of("Decide[value=7]", "broadcast 7"), did);
  }

  /**
   * "every process should wait to make a decision until everyone has seen the proposals and sent
   * theirs".
   */
  @Test
  void uniformConsensusDecidesOnlyInTheLastRound() {
    Stack p1 = process("C2", 1, 3);
    propose(p1, "uc", 7);
    deliver(p1, "uc", 1, 7);
    deliver(p1, "uc", 2, 7);
    assertEquals(List.of("broadcast 7"), did);
    deliver(p1, "uc", 3, 7);
    assertEquals(List.of("broadcast 7", "Decide[value=7]"), did);
  }

  /** "if round = n and decided = false": also when the last leader crashed, and once. */
  @Test
  void uniformConsensusDecidesOnceAlsoIfTheLastLeaderCrashed() {
    Stack p1 = process("C2", 1, 2);
    propose(p1, "uc", 7);
    deliver(p1, "uc", 1, 7);
    p1.silence(2);
    p1.silence(2);
    deliver(p1, "uc", 2, 8);
    assertEquals(List.of("broadcast 7", "Decide[value=7]"), did);
  }

  /**
   * The page does not exclude "Decide, nil"; a process leaves its own round only by its own
   * broadcast.
   */
  @Test
  void uniformConsensusDoesNotDecideNil() {
    Stack p2 = process("C2", 2, 2);
    p2.silence(1);
    assertEquals(List.of(), did);
    propose(p2, "uc", 8);
    deliver(p2, "uc", 2, 8);
    assertEquals(List.of("broadcast 8", "Decide[value=8]"), did);
  }
}
