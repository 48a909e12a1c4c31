package org.deltabed.simulator.minimise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.RandomAsync;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is wrong in a proposer or in an acceptor is found by chance where nobody crashes, and shown
 * in a few events.
 */
class PaxosMistakeTest {
  private static final String AGREEMENT = "mp: uniform agreement";
  private static final int RUNS_MAX = 10_000;

  @ParameterizedTest
  @CsvSource({
    "S4-two-values, 1",
    "S4-two-values, 2",
    "S4-two-values, 3",
    "S4-two-values, 4",
    "S4-two-values, 5",
    "S4-two-values, 6",
    "S4-two-values, 7",
    "X07, 1",
    "X07, 2",
    "X07, 3"
  })
  void isShownInFourteenEvents(String variant, long seed) {
    Setting setting =
        new Setting("S4", variant, 3, 0, Catalogue.find("S4").workload().inputs(3).getFirst(), 1);
    Execution found =
        LongStream.range(0, RUNS_MAX)
            .mapToObj(run -> RandomAsync.run(setting, seed * RUNS_MAX + run))
            .filter(execution -> execution.broken().contains(AGREEMENT))
            .findFirst()
            .orElseThrow();
    AsyncSchedule smallest = (AsyncSchedule) Minimiser.minimise(found.schedule(), AGREEMENT);
    assertTrue(smallest.actions().size() <= 14, smallest::toString);
    assertTrue(Execution.of(smallest).broken().contains(AGREEMENT));
  }
}
