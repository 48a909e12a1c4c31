package org.deltabed.protocol.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.properties.BroadcastProperties;
import org.deltabed.protocol.properties.OrderProperties;
import org.deltabed.protocol.properties.ReliableBroadcastProperties;
import org.deltabed.protocol.properties.TotalOrderProperties;
import org.junit.jupiter.api.Test;

/** The predicates of reliable and ordered broadcast on histories of three, written by hand. */
class OrderPropertiesTest {
  private final List<Occurrence> occurrences = new ArrayList<>();

  private void at(int process, long slot, Direction direction, Event event) {
    occurrences.add(
        new Occurrence(process, 0, slot, "b", direction, event, "t:" + (occurrences.size() + 1)));
  }

  private void broadcast(int process, long message) {
    at(process, 0, Direction.REQUEST, new Broadcast(new Num(message)));
  }

  private void deliver(int process, int sender, long message) {
    at(process, 1, Direction.INDICATION, new Deliver(sender, new Num(message)));
  }

  private Outcome check(Property property, int... crashed) {
    return property.check(
        new History(
            ProcessSet.all(3),
            ProcessSet.of(crashed),
            crashed.length == 0 ? Map.of() : Map.of(crashed[0], 1L),
            20,
            occurrences));
  }

  @Test
  void agreementCountsCorrectDeliverersAndUniformAgreementAll() {
    broadcast(1, 7);
    deliver(1, 1, 7);
    Property agreement = ReliableBroadcastProperties.agreement("b", 3);
    Property uniform = ReliableBroadcastProperties.uniformAgreement("b", 3);
    assertTrue(check(agreement, 1).holds());
    assertEquals(
        "p1 Deliver[sender=1, message=7] in slot 1 (t:2) (and crashed), but p2 is correct and never"
            + " delivered it",
        check(uniform, 1).explanation());
    assertEquals(List.of("t:2"), check(uniform, 1).refs());
    assertFalse(check(agreement).holds());
  }

  /** An equal message of another process is another message. */
  @Test
  void agreementTellsMessagesBySource() {
    broadcast(1, 7);
    broadcast(2, 7);
    deliver(1, 1, 7);
    deliver(2, 1, 7);
    deliver(3, 2, 7);
    assertFalse(check(ReliableBroadcastProperties.agreement("b", 3)).holds());
  }

  @Test
  void whatIsDueAfterTheEndIsNotJudged() {
    broadcast(1, 7);
    deliver(1, 1, 7);
    for (Property property :
        List.of(
            ReliableBroadcastProperties.agreement("b", 7), BroadcastProperties.validity("b", 7))) {
      assertFalse(check(property).judged(), property::toString);
    }
    for (Property property :
        List.of(
            ReliableBroadcastProperties.agreement("b", 6), BroadcastProperties.validity("b", 6))) {
      assertFalse(check(property).holds(), property::toString);
    }
  }

  @Test
  void fifoOrderIsOfOneSender() {
    broadcast(1, 7);
    broadcast(1, 8);
    broadcast(2, 9);
    deliver(3, 2, 9);
    deliver(3, 1, 8);
    Outcome outcome = check(OrderProperties.fifoOrder("b"));
    assertEquals(
        "p3 Deliver[sender=1, message=8] in slot 1 (t:5), and not before it [p1 7], which precedes"
            + " it",
        outcome.explanation());
    assertEquals(List.of("t:5"), outcome.refs());
  }

  /** B6 and B9 promise that an equal message is another one: 7, 8, 7 may not come as 7, 7, 8. */
  @Test
  void equalMessagesAreOrderedToo() {
    broadcast(1, 7);
    broadcast(1, 8);
    broadcast(1, 7);
    for (Property order :
        List.of(OrderProperties.fifoOrder("b"), OrderProperties.causalOrder("b"))) {
      List<Occurrence> broadcasts = List.copyOf(occurrences);
      deliver(2, 1, 7);
      deliver(2, 1, 8);
      deliver(2, 1, 7);
      assertTrue(check(order).holds(), order::toString);
      deliver(3, 1, 7);
      deliver(3, 1, 7);
      Outcome outcome = check(order);
      assertFalse(outcome.holds(), order::toString);
      assertEquals(List.of("t:8"), outcome.refs());
      occurrences.retainAll(broadcasts);
    }
  }

  /** 8 precedes the second 7, which p2 broadcasts after it has delivered 8; and not the first. */
  @Test
  void anEqualMessageHasPredecessorsOfItsOwn() {
    broadcast(2, 7);
    broadcast(1, 8);
    deliver(2, 1, 8);
    broadcast(2, 7);
    deliver(3, 2, 7);
    assertTrue(check(OrderProperties.causalOrder("b")).holds());
    deliver(3, 2, 7);
    assertEquals(
        "p3 Deliver[sender=2, message=7] in slot 1 (t:6), and not before it [p1 8], which precedes"
            + " it",
        check(OrderProperties.causalOrder("b")).explanation());
  }

  /** Local order: p2 delivers 7 and then broadcasts 8; 7 → 8, though the senders differ. */
  @Test
  void causalOrderIsOfWhatTheSenderHadDelivered() {
    broadcast(1, 7);
    deliver(2, 1, 7);
    broadcast(2, 8);
    deliver(3, 2, 8);
    assertTrue(check(OrderProperties.fifoOrder("b")).holds());
    assertFalse(check(OrderProperties.causalOrder("b")).holds());
  }

  /** Transitivity: 7 → 8 → 9, where p3 that broadcasts 9 is the one to break 7 → 8. */
  @Test
  void causalOrderIsTransitive() {
    broadcast(1, 7);
    deliver(2, 1, 7);
    broadcast(2, 8);
    deliver(3, 1, 7);
    deliver(3, 2, 8);
    broadcast(3, 9);
    assertTrue(check(OrderProperties.causalOrder("b")).holds());
    deliver(1, 3, 9);
    assertFalse(check(OrderProperties.causalOrder("b")).holds());
  }

  /** What is concurrent may be delivered in any order, also by a process that crashes. */
  @Test
  void concurrentMessagesAreNotOrderedCausally() {
    broadcast(1, 7);
    broadcast(2, 8);
    deliver(3, 1, 7);
    deliver(3, 2, 8);
    deliver(2, 2, 8);
    deliver(2, 1, 7);
    assertTrue(check(OrderProperties.causalOrder("b")).holds());
    Outcome total = check(TotalOrderProperties.totalOrder("b"));
    assertEquals(
        "p2 and p3 delivered [[p2 8], [p1 7]] and [[p1 7], [p2 8]]: [p2 8] without [p1 7], and the"
            + " other way round",
        total.explanation());
    assertFalse(check(TotalOrderProperties.orderOfPairs("b")).holds());
    assertFalse(check(TotalOrderProperties.orderOfHistories("b")).holds());
  }

  /** The notes: "one of the processes doesn't deliver both messages before crashing". */
  @Test
  void oneWhoCrashesBeforeItDeliversBothBreaksTheStrongDefinitionOnly() {
    deliver(1, 2, 8);
    deliver(2, 1, 7);
    deliver(2, 2, 8);
    assertFalse(check(TotalOrderProperties.uniformTotalOrder("b"), 1).holds());
    assertTrue(check(TotalOrderProperties.totalOrder("b"), 1).holds());
    assertTrue(check(TotalOrderProperties.uniformOrderOfPairs("b"), 1).holds());
    assertFalse(check(TotalOrderProperties.uniformOrderOfHistories("b"), 1).holds());
  }

  /** The notes: "both processes deliver a different message first and then crash". */
  @Test
  void twoThatDeliverDifferentMessagesBreakTheStrongDefinitionOnly() {
    deliver(1, 1, 7);
    deliver(2, 2, 8);
    assertFalse(check(TotalOrderProperties.uniformTotalOrder("b"), 1).holds());
    assertTrue(check(TotalOrderProperties.totalOrder("b"), 1).holds());
    assertTrue(check(TotalOrderProperties.uniformOrderOfPairs("b"), 1).holds());
    assertTrue(check(TotalOrderProperties.uniformOrderOfHistories("b"), 1).holds());
  }

  @Test
  void aPrefixIsInOrder() {
    deliver(1, 1, 7);
    deliver(2, 1, 7);
    deliver(2, 2, 8);
    for (Property property :
        List.of(
            TotalOrderProperties.totalOrder("b"),
            TotalOrderProperties.uniformTotalOrder("b"),
            TotalOrderProperties.uniformOrderOfPairs("b"),
            TotalOrderProperties.uniformOrderOfHistories("b"))) {
      assertTrue(check(property).holds(), property::toString);
    }
  }
}
