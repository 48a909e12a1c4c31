package org.deltabed.protocol.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Output;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.properties.BroadcastProperties;
import org.deltabed.protocol.properties.ConsensusProperties;
import org.deltabed.protocol.properties.DetectorProperties;
import org.deltabed.protocol.properties.ReplicationProperties;
import org.deltabed.protocol.replication.Account;
import org.junit.jupiter.api.Test;

/** The predicates on histories written by hand: the edges that no run of a harness meets. */
class PropertiesTest {
  private final List<Occurrence> occurrences = new ArrayList<>();

  private void at(int process, long slot, String instance, Direction direction, Event event) {
    occurrences.add(
        new Occurrence(
            process, 0, slot, instance, direction, event, "t:" + (occurrences.size() + 1)));
  }

  private void propose(int process, long slot, long value) {
    at(process, slot, "uc", Direction.REQUEST, new Propose(new Num(value)));
  }

  private void decide(int process, long slot, long value) {
    at(process, slot, "uc", Direction.INDICATION, new Decide(new Num(value)));
  }

  private void suspect(int process, long slot, int suspect) {
    at(process, slot, "P", Direction.INDICATION, new Crash(suspect));
  }

  private History history(ProcessSet crashed, Map<Integer, Long> crashSlots, long slots) {
    return new History(ProcessSet.all(3), crashed, crashSlots, slots, occurrences);
  }

  private History nobodyCrashed(long slots) {
    return history(ProcessSet.EMPTY, Map.of(), slots);
  }

  @Test
  void anExplanationNamesTheTwoDecisionsAndTheirRecords() {
    decide(1, 2, 10);
    decide(3, 2, 20);
    Outcome outcome =
        ConsensusProperties.uniformAgreement("uc")
            .check(history(ProcessSet.of(1), Map.of(1, 3L), 9));
    assertFalse(outcome.holds());
    assertEquals(
        "p1 Decide[value=10] in slot 2 (t:1) (and crashed), but p3 Decide[value=20] in slot 2"
            + " (t:2)",
        outcome.explanation());
    assertEquals(List.of("t:1", "t:2"), outcome.refs());
    assertTrue(
        ConsensusProperties.agreement("uc")
            .check(history(ProcessSet.of(1), Map.of(1, 3L), 9))
            .holds());
  }

  @Test
  void otherInstancesAndDirectionsDoNotCount() {
    decide(1, 0, 10);
    at(2, 0, "other", Direction.INDICATION, new Decide(new Num(20)));
    at(3, 0, "uc", Direction.REQUEST, new Decide(new Num(20)));
    assertTrue(ConsensusProperties.uniformAgreement("uc").check(nobodyCrashed(9)).holds());
  }

  @Test
  void aValueProposedOnlyLaterIsNotProposed() {
    decide(1, 3, 10);
    propose(2, 4, 10);
    assertFalse(ConsensusProperties.validity("uc").check(nobodyCrashed(9)).holds());
  }

  @Test
  void terminationIsNotJudgedInARunThatIsTooShort() {
    propose(1, 0, 1);
    propose(2, 0, 2);
    propose(3, 1, 3);
    Property termination = ConsensusProperties.termination("uc");
    Outcome early = termination.check(nobodyCrashed(7));
    assertTrue(early.holds());
    assertEquals(0, early.checked());
    assertEquals(
        "not judged: p1 is correct and has not decided, but may until slot 7, and the run ended"
            + " after 7 slots",
        early.explanation());
    assertFalse(termination.check(nobodyCrashed(8)).holds());
    // a late crash gives everybody more time
    assertTrue(termination.check(history(ProcessSet.of(3), Map.of(3, 5L), 8)).holds());
    assertFalse(termination.check(history(ProcessSet.of(3), Map.of(3, 5L), 12)).holds());
  }

  @Test
  void terminationIsNotOwedIfACorrectProcessNeverProposes() {
    propose(1, 0, 1);
    propose(2, 0, 2);
    Outcome outcome = ConsensusProperties.termination("uc").check(nobodyCrashed(100));
    assertEquals("not judged: p3 is correct and never proposed", outcome.explanation());
  }

  @Test
  void completenessIsNotJudgedBeforeItIsDue() {
    suspect(1, 2, 3);
    Property completeness = DetectorProperties.strongCompleteness("P");
    assertEquals(0, completeness.check(history(ProcessSet.of(3), Map.of(3, 2L), 8)).checked());
    Outcome late = completeness.check(history(ProcessSet.of(3), Map.of(3, 2L), 9));
    assertEquals(
        "p2 is correct and does not suspect p3, which crashed in slot 2", late.explanation());
    assertFalse(late.holds());
  }

  @Test
  void accuracyIsHeldAgainstTheCrashSlotAndAgainstSignsOfLife() {
    Property accuracy = DetectorProperties.strongAccuracy("P");
    suspect(1, 2, 3);
    assertFalse(accuracy.check(nobodyCrashed(9)).holds());
    assertFalse(accuracy.check(history(ProcessSet.of(3), Map.of(3, 3L), 9)).holds());
    assertTrue(accuracy.check(history(ProcessSet.of(3), Map.of(3, 2L), 9)).holds());
    assertTrue(accuracy.check(history(ProcessSet.of(3), Map.of(), 9)).holds());
    decide(3, 4, 10);
    Outcome outcome = accuracy.check(history(ProcessSet.of(3), Map.of(), 9));
    assertFalse(outcome.holds());
    assertEquals(List.of("t:1", "t:2"), outcome.refs());
  }

  @Test
  void equalMessagesAreCounted() {
    for (int i = 0; i < 2; i++) {
      at(1, 0, "beb", Direction.REQUEST, new Broadcast(new Num(5)));
      for (int q = 1; q <= 3; q++) {
        at(q, 1, "beb", Direction.INDICATION, new Deliver(1, new Num(5)));
      }
    }
    for (Property property : BroadcastProperties.bestEffort("beb")) {
      assertTrue(property.check(nobodyCrashed(20)).holds(), property::toString);
    }
    occurrences.removeLast();
    assertFalse(BroadcastProperties.validity("beb").check(nobodyCrashed(20)).holds());
    assertEquals(0, BroadcastProperties.validity("beb").check(nobodyCrashed(6)).checked());
  }

  /** As with links, consensus and terminating broadcast: what comes only later does not count. */
  @Test
  void whatIsBroadcastOnlyLaterIsCreated() {
    at(2, 3, "beb", Direction.INDICATION, new Deliver(1, new Num(5)));
    at(1, 4, "beb", Direction.REQUEST, new Broadcast(new Num(5)));
    Property noCreation = BroadcastProperties.noCreation("beb");
    assertEquals(
        "p2 Deliver[sender=1, message=5] in slot 3 (t:1), but p1 broadcast it only in slot 4",
        noCreation.check(nobodyCrashed(9)).explanation());
    at(1, 3, "beb", Direction.REQUEST, new Broadcast(new Num(5)));
    assertTrue(noCreation.check(nobodyCrashed(9)).holds());
  }

  @Test
  void whatIsExecutedOnlyLaterIsNotAnswered() {
    Value command = new Num(5);
    Value result = Account.EMPTY.apply(command).response();
    Property validity = ReplicationProperties.validity("rsm");
    at(2, 3, "rsm", Direction.INDICATION, new Output(new Data(1, Sequence.of(command, result))));
    at(1, 4, "rsm", Direction.REQUEST, new Execute(command));
    assertFalse(validity.check(nobodyCrashed(9)).holds());
    at(1, 3, "rsm", Direction.REQUEST, new Execute(command));
    assertTrue(validity.check(nobodyCrashed(9)).holds());
  }

  @Test
  void whoNeedsDelta() {
    List<String> need = new ArrayList<>();
    List<Property> all = new ArrayList<>(ConsensusProperties.uniform("uc"));
    all.addAll(BroadcastProperties.bestEffort("beb"));
    all.addAll(DetectorProperties.perfect("P"));
    all.stream().filter(Property::needsDelta).map(Property::id).forEach(need::add);
    assertEquals(
        List.of("uc: uniform agreement", "uc: termination", "beb: validity", "P: strong accuracy"),
        need);
  }

  /** B8's past and the P of D5 are made with P; the past of B7 and silence in a slot are not. */
  @Test
  void whatRestsOnTheAccuracyOfPNeedsDelta() {
    assertEquals(List.of(), ofThoseNeedDelta("B7", "rco: causal order"));
    assertEquals(List.of(), ofThoseNeedDelta("B9", "rco: causal order"));
    assertEquals(List.of(), ofThoseNeedDelta("D1", "P: strong completeness"));
    assertEquals(List.of(), ofThoseNeedDelta("D2", "P: strong completeness"));
    assertEquals(List.of("rco: causal order"), ofThoseNeedDelta("B8", "rco: causal order"));
    for (String equivalence : List.of("D5", "D5-nbac")) {
      assertEquals(
          List.of("fd: strong completeness"),
          ofThoseNeedDelta(equivalence, "fd: strong completeness", "P: strong completeness"));
    }
  }

  private static List<String> ofThoseNeedDelta(String protocol, String... ids) {
    return Catalogue.find(protocol).properties().stream()
        .filter(property -> List.of(ids).contains(property.id()))
        .filter(Property::needsDelta)
        .map(Property::id)
        .toList();
  }
}
