package org.deltabed.simulator.timed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deltabed.checker.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryInstantTest {
  @ParameterizedTest
  @EnumSource(
      value = Jitter.Shape.class,
      names = {"NONE", "UNIFORM"})
  void aNodeMayDieAtAnyInstantOfACycleAndAllBoundsHold(Jitter.Shape shape) {
    Jitter jitter = new Jitter(shape, Testbeds.MEASURED.percent());
    TimedReport report = Testbeds.everyInstant(Testbeds.space(Testbeds.own(3), "", 1, jitter));
    assertEquals(report.planned(), report.count(Verdict.PASS), () -> report.findings().toString());
    assertTrue(report.runs() > 500, "instants " + report.runs());
    within(report.delay());
    within(report.precision());
    within(report.detection());
  }

  private static void within(Extreme extreme) {
    assertTrue(extreme.worstNs() > 0 || extreme.boundNs() == 2 * Testbeds.MS, extreme.toString());
    assertTrue(extreme.slackNs() >= 0, extreme.toString());
  }

  @Test
  void twoNodesMayDieInOneCycle() {
    ExploredSpace space = Testbeds.space(Testbeds.shared(3), "", 2, Testbeds.MEASURED);
    TimedReport report = new TimedExplorer(space, 2, () -> false, (_, _) -> {}).random(200);
    assertEquals(200, report.count(Verdict.PASS), () -> report.findings().toString());
  }

  @Test
  void aSeededMistakeIsFoundAtSomeInstant() {
    TimedReport report =
        Testbeds.everyInstant(Testbeds.space(Testbeds.shared(3), "X03", 1, Testbeds.MEASURED));
    assertTrue(report.count(Verdict.VIOLATED) > 0, report.verdicts().toString());
    assertEquals(report.runs(), report.count(Verdict.VIOLATED) + report.count(Verdict.PASS));
    TimedReport.Finding finding = report.findings().getFirst();
    assertEquals(Verdict.VIOLATED, TimedRun.run(finding.schedule()).verdict());
  }
}
