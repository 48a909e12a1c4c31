package org.deltabed.protocol.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Direction;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Leader;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.history.History.Bus;
import org.deltabed.protocol.properties.EventualDetectorProperties;
import org.deltabed.protocol.properties.LeaderProperties;
import org.deltabed.protocol.properties.LinkProperties;
import org.junit.jupiter.api.Test;

/** What is owed where the bus and the detector may be wrong for a while. Two processes. */
class PartialSynchronyPropertiesTest {
  private static final Num M = new Num(7);

  private static Occurrence at(int process, long slot, Event event) {
    Direction direction = event instanceof Send ? Direction.REQUEST : Direction.INDICATION;
    return new Occurrence(process, slot, slot, "x", direction, event, "#" + slot);
  }

  private static History history(long slots, Bus bus, Occurrence... occurrences) {
    return new History(
        ProcessSet.all(2),
        ProcessSet.EMPTY,
        ProcessSet.EMPTY,
        Map.of(),
        slots,
        bus,
        List.of(occurrences));
  }

  private static History crashed(int process, long slot, long slots, Occurrence... occurrences) {
    return new History(
        ProcessSet.all(2),
        ProcessSet.of(process),
        Map.of(process, slot),
        slots,
        List.of(occurrences));
  }

  private static History right(long slots, Occurrence... occurrences) {
    return history(slots, Bus.RIGHT, occurrences);
  }

  @Test
  void aCrashMustBeSuspectedAndStaySo() {
    Property completeness = EventualDetectorProperties.strongCompleteness("x");
    assertTrue(completeness.check(crashed(2, 1, 20, at(1, 3, new Suspect(2)))).holds());
    assertFalse(completeness.check(crashed(2, 1, 20)).holds());
    assertFalse(completeness.check(crashed(2, 1, 5)).judged());
    History takenBack = crashed(2, 1, 20, at(1, 3, new Suspect(2)), at(1, 5, new Restore(2)));
    assertFalse(completeness.check(takenBack).holds());
  }

  /** Who has been wrong k times waits for 2^k cycles. */
  @Test
  void moreTimeIsGivenToWhomWasSuspectedWrongly() {
    Property completeness = EventualDetectorProperties.strongCompleteness("x");
    List<Occurrence> wrong = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      wrong.add(at(1, k, new Suspect(2)));
      wrong.add(at(1, k, new Restore(2)));
    }
    Occurrence[] before = wrong.toArray(Occurrence[]::new);
    assertFalse(completeness.check(crashed(2, 4, 40, before)).judged());
    assertFalse(completeness.check(crashed(2, 4, 41 + 2, before)).holds());
  }

  @Test
  void aWrongSuspicionMustBeTakenBackWhenTheBusIsRight() {
    Property accuracy = EventualDetectorProperties.eventualStrongAccuracy("x");
    Occurrence suspicion = at(1, 3, new Suspect(2));
    assertTrue(accuracy.check(right(20, suspicion, at(1, 6, new Restore(2)))).holds());
    assertFalse(accuracy.check(right(20, suspicion)).holds());
    assertFalse(accuracy.check(right(5, suspicion)).judged());
    assertFalse(accuracy.check(history(20, new Bus(18, 0), suspicion)).judged());
  }

  /** "Ever": to err and take it back in turn is not to settle. */
  @Test
  void nobodyCorrectIsSuspectedAnewWhenAllHasSettled() {
    Property accuracy = EventualDetectorProperties.eventualStrongAccuracy("x");
    Occurrence late = at(1, 31, new Suspect(2));
    Occurrence back = at(1, 33, new Restore(2));
    assertFalse(accuracy.check(right(60, late, back)).holds());
    assertTrue(accuracy.check(history(60, new Bus(20, 0), late, back)).holds());
  }

  @Test
  void allHaveTheSameCorrectLeaderInTheEnd() {
    Property leadership = LeaderProperties.eventualLeadership("x", 2);
    assertTrue(leadership.check(right(20)).holds(), "p1, whom all begin with");
    assertFalse(leadership.check(right(20, at(2, 3, new Leader(2)))).holds());
    assertFalse(leadership.check(right(3, at(2, 3, new Leader(2)))).judged());
    assertFalse(leadership.check(crashed(1, 2, 20)).holds(), "p1 is dead");
    assertTrue(leadership.check(crashed(1, 2, 20, at(2, 4, new Leader(2)))).holds());
  }

  @Test
  void theLeaderBeforeHasCrashed() {
    Property accuracy = LeaderProperties.accuracy("x");
    assertTrue(accuracy.check(crashed(1, 2, 20, at(2, 4, new Leader(2)))).holds());
    assertFalse(accuracy.check(crashed(1, 6, 20, at(2, 4, new Leader(2)))).holds());
    assertFalse(accuracy.check(right(20, at(2, 4, new Leader(2)))).holds());
    assertTrue(accuracy.check(right(20, at(2, 0, new Leader(1)))).holds());
  }

  /** A repeated frame may bring a message once more, and not twice more. */
  @Test
  void whatTheBusRepeatsIsNotTheLinksFault() {
    Property bounded = LinkProperties.boundedDuplication("x");
    Occurrence sent = at(1, 0, new Send(2, M));
    Occurrence once = at(2, 1, new Deliver(1, M));
    assertFalse(bounded.check(right(9, sent, once, once)).holds());
    assertTrue(bounded.check(history(9, new Bus(0, 1), sent, once, once)).holds());
    assertFalse(bounded.check(history(9, new Bus(0, 1), sent, once, once, once)).holds());
    Property none = LinkProperties.noDuplication("x");
    assertFalse(none.check(history(9, new Bus(0, 1), sent, once, once)).holds());
  }

  @Test
  void whatIsSentWhileFramesAreLostIsOwedFromThenOn() {
    Property validity = LinkProperties.validity("x");
    Occurrence sent = at(1, 0, new Send(2, M));
    assertFalse(validity.check(right(8, sent)).holds());
    assertFalse(validity.check(history(8, new Bus(4, 0), sent)).judged());
    assertFalse(validity.check(history(11, new Bus(4, 0), sent)).holds());
    Property stubborn = LinkProperties.stubbornDelivery("x");
    Occurrence[] late = {
      sent, at(2, 9, new Deliver(1, M)), at(2, 14, new Deliver(1, M)), at(2, 20, new Deliver(1, M))
    };
    assertFalse(stubborn.check(right(22, late)).holds());
    assertTrue(stubborn.check(history(22, new Bus(8, 0), late)).holds());
  }

  /** Without losses every third sending must come; what was sent before the last one need not. */
  @Test
  void fairLossCountsWhatWasSentSinceFramesWereLost() {
    Property fairLoss = LinkProperties.fairLossDelivery("x");
    Occurrence[] sent = {
      at(1, 0, new Send(2, M)), at(1, 2, new Send(2, M)), at(1, 4, new Send(2, M))
    };
    assertFalse(fairLoss.check(right(20, sent)).holds());
    Outcome open = fairLoss.check(history(20, new Bus(3, 0), sent));
    assertEquals(false, open.judged());
  }
}
