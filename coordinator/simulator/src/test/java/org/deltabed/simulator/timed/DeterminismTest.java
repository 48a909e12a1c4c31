package org.deltabed.simulator.timed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.deltabed.trace.JsonLinesWriter;
import org.deltabed.trace.TraceRecord;
import org.junit.jupiter.api.Test;

class DeterminismTest {
  private static final TimedSchedule SCHEDULE =
      Testbeds.schedule(
          Testbeds.own(5),
          Testbeds.MEASURED,
          new TimedCrash(2, 20 * Testbeds.MS),
          new TimedCrash(5, 75_300_001));

  @Test
  void oneScheduleGivesOneTraceByteForByte() throws IOException {
    TimedOutcome first = TimedRun.run(SCHEDULE);
    TimedOutcome second = TimedRun.run(SCHEDULE);
    assertArrayEquals(lines(first.records()), lines(second.records()));
    assertEquals(first, second);
  }

  private static byte[] lines(List<TraceRecord> records) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonLinesWriter writer = new JsonLinesWriter(out)) {
      for (TraceRecord record : records) {
        writer.write(record);
      }
    }
    return out.toByteArray();
  }

  @Test
  void anotherSeedGivesAnotherTrace() {
    TimedSchedule other =
        new TimedSchedule(
            SCHEDULE.testbed(),
            SCHEDULE.protocol(),
            SCHEDULE.variant(),
            SCHEDULE.crashesMax(),
            SCHEDULE.requestsEach(),
            SCHEDULE.seed() + 1,
            SCHEDULE.proposals(),
            SCHEDULE.driftPpm(),
            SCHEDULE.jitter(),
            SCHEDULE.crashes(),
            SCHEDULE.rounds());
    assertNotEquals(TimedRun.run(SCHEDULE).records(), TimedRun.run(other).records());
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    ExploredSpace space = ExploredSpace.of(Testbeds.own(3), "C2", "X03", 2, 1, 3);
    TimedReport one = new TimedExplorer(space, 1, () -> false, (_, _) -> {}).random(150);
    TimedReport three = new TimedExplorer(space, 3, () -> false, (_, _) -> {}).random(150);
    assertEquals(one, three);
  }
}
