package org.deltabed.protocol.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.SenderFailed;
import org.deltabed.protocol.properties.CommitProperties;
import org.deltabed.protocol.properties.ConsensusProperties;
import org.deltabed.protocol.properties.TerminatingBroadcastProperties;
import org.junit.jupiter.api.Test;

/** The predicates of what is built on consensus, on histories of three written by hand. */
class AgreementPropertiesTest {
  private static final Num MESSAGE = new Num(7);
  private final List<Occurrence> occurrences = new ArrayList<>();

  private void request(int process, long slot, Event event) {
    occurrences.add(new Occurrence(process, 0, slot, "x", Direction.REQUEST, event, ""));
  }

  private void indicate(int process, long slot, Event event) {
    occurrences.add(new Occurrence(process, 0, slot, "x", Direction.INDICATION, event, ""));
  }

  private Outcome check(Property property, long slots) {
    return check(property, slots, Map.of());
  }

  private Outcome check(Property property, long slots, Map<Integer, Long> crashSlots) {
    ProcessSet crashed = ProcessSet.EMPTY;
    for (int p : crashSlots.keySet()) {
      crashed = crashed.with(p);
    }
    return property.check(new History(ProcessSet.all(3), crashed, crashSlots, slots, occurrences));
  }

  @Test
  void nothingIsOwedWhileTheSenderLivesAndIsSilent() {
    Outcome outcome = check(TerminatingBroadcastProperties.termination("x", 1), 100);
    assertEquals("not judged: p1 is correct and broadcast nothing", outcome.explanation());
    assertFalse(
        check(TerminatingBroadcastProperties.termination("x", 1), 100, Map.of(1, 0L)).holds());
  }

  @Test
  void aMessageIsDueFourCyclesAfterItsBroadcastOrTheLastCrash() {
    request(1, 1, new Broadcast(MESSAGE));
    indicate(1, 4, new Deliver(1, MESSAGE));
    Property agreement = TerminatingBroadcastProperties.agreement("x", 1);
    assertEquals(
        "not judged: p1 Deliver[sender=1, message=7] in slot 4, but p2 is correct and did not"
            + " deliver it, but may until slot 13, and the run ended after 13 slots",
        check(agreement, 13).explanation());
    assertEquals(
        "p1 Deliver[sender=1, message=7] in slot 4, but p2 is correct and did not deliver it by"
            + " slot 13",
        check(agreement, 14).explanation());
    assertFalse(check(agreement, 14, Map.of(3, 2L)).judged());
    assertFalse(check(agreement, 15, Map.of(3, 2L)).holds());
  }

  @Test
  void onlyUniformAgreementCountsWhatTheCrashedDelivered() {
    request(1, 0, new Broadcast(MESSAGE));
    indicate(1, 0, new Deliver(1, MESSAGE));
    indicate(2, 4, new Deliver(1, new SenderFailed()));
    indicate(3, 4, new Deliver(1, new SenderFailed()));
    Map<Integer, Long> crash = Map.of(1, 1L);
    assertTrue(check(TerminatingBroadcastProperties.agreement("x", 1), 100, crash).holds());
    assertFalse(check(TerminatingBroadcastProperties.uniformAgreement("x", 1), 100, crash).holds());
  }

  @Test
  void exactlyOneMessageIsNotTwoHoweverShortTheRun() {
    request(1, 0, new Broadcast(MESSAGE));
    for (int p = 1; p <= 3; p++) {
      indicate(p, 0, new Deliver(1, MESSAGE));
    }
    Property termination = TerminatingBroadcastProperties.termination("x", 1);
    assertTrue(check(termination, 1).holds() && check(termination, 1).judged());
    indicate(3, 0, new Deliver(1, MESSAGE));
    assertFalse(check(termination, 1).holds());
  }

  @Test
  void fIsAlwaysAllowedByIntegrityAndForbiddenByValidity() {
    request(1, 0, new Broadcast(MESSAGE));
    indicate(1, 0, new Deliver(1, new SenderFailed()));
    assertTrue(check(TerminatingBroadcastProperties.integrity("x", 1), 100).holds());
    assertFalse(check(TerminatingBroadcastProperties.validity("x", 1), 100).holds());
    assertEquals(
        0, check(TerminatingBroadcastProperties.validity("x", 1), 100, Map.of(1, 5L)).checked());
  }

  @Test
  void aCommitNeedsEveryVoteBeforeIt() {
    request(1, 0, new Propose(new Num(1)));
    request(2, 0, new Propose(new Num(1)));
    request(3, 4, new Propose(new Num(1)));
    indicate(1, 3, new Decide(new Num(1)));
    assertEquals(
        "p1 Decide[value=1] in slot 3, but p3 had not proposed 1",
        check(CommitProperties.commitValidity("x"), 9).explanation());
  }

  @Test
  void anAbortNeedsAReasonBeforeIt() {
    indicate(1, 3, new Decide(new Num(0)));
    Property validity = CommitProperties.abortValidity("x");
    assertEquals(
        "p1 Decide[value=0] in slot 3, but nobody had crashed or proposed 0",
        check(validity, 9).explanation());
    assertFalse(check(validity, 9, Map.of(3, 4L)).holds());
    assertTrue(check(validity, 9, Map.of(3, 3L)).holds());
    request(2, 3, new Propose(new Num(0)));
    assertTrue(check(validity, 9).holds());
  }

  @Test
  void twoPhaseCommitOwesNothingWithoutItsCoordinator() {
    for (int p = 1; p <= 3; p++) {
      request(p, 0, new Propose(new Num(1)));
    }
    Property termination = CommitProperties.terminationUnless("x", 1);
    assertFalse(check(termination, 100).holds());
    assertFalse(check(termination, 100, Map.of(2, 0L)).holds());
    assertEquals(
        "not judged: p1, the coordinator, crashed",
        check(termination, 100, Map.of(1, 0L)).explanation());
  }

  /** Rounds are counted from the cycle in which the first is asked, crashes until the decision. */
  @Test
  void whoDecidesInRoundFourNeedsTwoCrashesBefore() {
    request(1, 3, new Propose(new Num(1)));
    indicate(1, 14, new Decide(new Num(1)));
    Property early = ConsensusProperties.earlyDecision("x");
    assertTrue(check(early, 20, Map.of(2, 3L, 3, 14L)).holds());
    assertEquals(
        "p1 Decide[value=1] in slot 14, in round 4 after 1 crashes",
        check(early, 20, Map.of(2, 3L, 3, 15L)).explanation());
  }
}
