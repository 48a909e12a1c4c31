package org.deltabed.simulator.timed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.checker.Verdict;
import org.deltabed.trace.Kind;
import org.deltabed.wiring.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class F28_DriftTest {
  @Test
  void withinTheWiringsDriftTheBoundsHold() {
    Testbed testbed = Testbeds.own(5);
    TimedOutcome outcome = TimedRun.run(Testbeds.drifting(testbed, Testbeds.apart(testbed)));
    assertEquals(Verdict.PASS, outcome.verdict(), () -> outcome.judged().reasons().toString());
    assertTrue(outcome.precisionNs() <= testbed.clock().precisionNs());
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 50_000, -50_000})
  void aClockFarBeyondItDropsOutOrBreaksABound(int driftPpm) {
    TimedOutcome outcome =
        TimedRun.run(Testbeds.drifting(Testbeds.own(5), List.of(0, 0, 0, driftPpm, 0)));
    boolean droppedOut =
        Testbeds.of(outcome, Kind.HALT).stream().anyMatch(halt -> halt.node() == 14)
            || Testbeds.of(outcome, Kind.RUN_START).stream().noneMatch(start -> start.node() == 14);
    assertTrue(outcome.verdict() == Verdict.BOUND_BROKEN || droppedOut, outcome.verdict().name());
    assertFalse(outcome.verdict() == Verdict.VIOLATED || outcome.verdict() == Verdict.PASS);
  }
}
