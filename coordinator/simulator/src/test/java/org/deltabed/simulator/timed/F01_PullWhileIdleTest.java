package org.deltabed.simulator.timed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.checker.Verdict;
import org.junit.jupiter.api.Test;

class F01_PullWhileIdleTest {
  @Test
  void allDetectItWithinTheBound() {
    TimedOutcome outcome =
        TimedRun.run(
            Testbeds.schedule(
                Testbeds.own(5), Testbeds.MEASURED, new TimedCrash(2, 55 * Testbeds.MS)));
    assertEquals(Verdict.PASS, outcome.verdict(), () -> outcome.judged().reasons().toString());
    assertEquals(4, outcome.judged().suspicions().size());
    assertTrue(outcome.detectionNs().get(2) > 0);
    assertTrue(outcome.detectionNsMax() <= outcome.timing().detectionBoundNs());
  }

  @Test
  void theWorstInstantIsJustAfterItsSlotBegan() {
    TimedOutcome outcome =
        TimedRun.run(
            Testbeds.schedule(
                Testbeds.shared(3), Jitter.NONE, new TimedCrash(1, 47_820_000 + 400_000)));
    assertEquals(Verdict.PASS, outcome.verdict(), () -> outcome.judged().reasons().toString());
    long slackNs = outcome.timing().detectionBoundNs() - outcome.detectionNsMax();
    assertTrue(slackNs >= 0 && slackNs < outcome.timing().slotNs(), "slack " + slackNs);
  }
}
