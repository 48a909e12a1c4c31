package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.simulator.minimise.Minimiser;
import org.deltabed.simulator.run.AsyncRun;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.RandomAsync;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.ScheduleFile;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A detector that errs, where messages take any time. */
class FalseSuspicionsTest {
  private static final int SEEDS = 2_000;

  private static Exploration.Result explore(String variant, int f, int suspicions) {
    Request request =
        new Request("C3", variant, 3, f, Request.Kind.ASYNC, 1, false, false)
            .with(Liberties.falseSuspicions(suspicions));
    return new Exploration(request, ExploreOptions.with(2)).run(() -> false, progress -> {});
  }

  /** The more it errs, the more runs there are, and agreement holds in all of them. */
  @Test
  void rotatingLeaderConsensusHoldsHoweverItErrs() {
    long before = 0;
    for (int suspicions = 0; suspicions <= 1; suspicions++) {
      Exploration.Result result = explore("", 1, suspicions);
      assertTrue(result.complete());
      assertEquals(List.of(), result.counterexamples());
      assertTrue(result.top().findings().states() > before);
      before = result.top().findings().states();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C3-adopts-late", "C3-any-adopted"})
  void mistakesNeedItToErr(String variant) {
    assertTrue(explore(variant, 0, 0).holds());
    Exploration.Result result = explore(variant, 0, 1);
    AsyncSchedule shown = (AsyncSchedule) result.counterexamples().getFirst().schedule();
    String broken = result.counterexamples().getFirst().property().id();
    assertEquals("uc: uniform agreement", broken);
    Execution execution = AsyncRun.run(shown);
    assertTrue(execution.broken().contains(broken));
    assertTrue(execution.slots() > 0, "what was suspected is restored in the end");
    byte[] text = ScheduleFile.text(shown).getBytes(StandardCharsets.UTF_8);
    assertEquals(shown, ScheduleFile.parse("schedule.json", text));
    AsyncSchedule smallest = (AsyncSchedule) Minimiser.minimise(shown, broken);
    assertTrue(AsyncRun.run(smallest).broken().contains(broken));
    assertTrue(smallest.actions().size() <= shown.actions().size());
    assertTrue(smallest.actions().stream().anyMatch(Action.Detect.class::isInstance));
  }

  @Test
  void randomRunsHold() {
    Setting setting =
        new Setting("C3", "", 5, 2, Catalogue.find("C3").workload().inputs(5).getFirst(), 1)
            .with(Liberties.falseSuspicions(6));
    long erred = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Execution run = RandomAsync.run(setting, seed);
      assertEquals(List.of(), run.broken(), () -> ScheduleFile.text(run.schedule()));
      AsyncSchedule schedule = (AsyncSchedule) run.schedule();
      erred += schedule.actions().stream().anyMatch(Action.Restore.class::isInstance) ? 1 : 0;
    }
    assertTrue(erred > SEEDS / 2, "erred in " + erred);
  }

  /** FLP: where nobody is told of anything, some orders have no end, and none is promised. */
  @Test
  void ordersWithoutEndAreNotExplored() {
    Request request = new Request("C6", "", 3, 1, Request.Kind.ASYNC, 1, false, false);
    String why =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Exploration(request, ExploreOptions.with(1)))
            .getMessage();
    assertTrue(why.contains("never end"), why);
  }
}
