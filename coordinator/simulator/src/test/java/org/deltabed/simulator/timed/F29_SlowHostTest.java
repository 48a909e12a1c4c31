package org.deltabed.simulator.timed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.checker.Verdict;
import org.junit.jupiter.api.Test;

class F29_SlowHostTest {
  @Test
  void hostsThatAreLaterThanJBreakTheBoundAndNeverTheProtocol() {
    Jitter tooMuch = new Jitter(Jitter.Shape.UNIFORM, 160);
    ExploredSpace space = Testbeds.space(Testbeds.own(3), "", 1, tooMuch);
    TimedReport report = new TimedExplorer(space, 2, () -> false, (_, _) -> {}).random(200);
    assertEquals(0, report.count(Verdict.VIOLATED));
    assertTrue(report.count(Verdict.BOUND_BROKEN) > 100, report.verdicts().toString());
  }
}
