package org.deltabed.simulator.timed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimedExplorerTest {
  private static final ExploredSpace SPACE =
      Testbeds.space(Testbeds.own(3), "", 1, Testbeds.MEASURED);

  @Test
  void stopsWhenItIsToldToAndSaysHowFarItCame() {
    AtomicInteger asked = new AtomicInteger();
    TimedReport report =
        new TimedExplorer(SPACE, 1, () -> asked.incrementAndGet() > 10, (_, _) -> {}).random(1000);
    assertEquals(10, report.runs());
    assertEquals(1000, report.planned());
  }

  @Test
  void tellsOfEachRun() {
    List<Long> told = new ArrayList<>();
    new TimedExplorer(SPACE, 2, () -> false, (done, total) -> told.add(done * 100 + total))
        .random(3);
    assertEquals(List.of(103L, 203L, 303L), told);
  }

  @Test
  void severalCrashesAreOfSeveralProcesses() {
    ExploredSpace space = Testbeds.space(Testbeds.own(3), "", 2, Testbeds.MEASURED);
    GridCases cases = new GridCases(space, 40, () -> false);
    for (long i = cases.count() - 40; i < cases.count(); i++) {
      List<TimedCrash> crashes = cases.at(i).crashes();
      assertEquals(2, crashes.stream().map(TimedCrash::process).distinct().count());
    }
    assertTrue(cases.at(0).crashes().isEmpty());
  }
}
