package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.minimise.Minimiser;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.Happening;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.run.RandomLockstep;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Harm;
import org.deltabed.simulator.schedule.ScheduleFile;
import org.deltabed.simulator.schedule.Setting;
import org.deltabed.simulator.story.SpaceTime;
import org.deltabed.simulator.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bus that loses frames and repeats them, until some slot that nobody knows. */
class LossesTest {
  private static final ExploreOptions TWO_THREADS = ExploreOptions.with(2);
  private static final int SEEDS = 300;

  private static Exploration.Result explore(
      String id, String variant, int n, int f, Liberties liberties) {
    Request request =
        new Request(id, variant, n, f, Request.Kind.LOCKSTEP, 1, false, false).with(liberties);
    return new Exploration(request, TWO_THREADS).run(() -> false, progress -> {});
  }

  private static void holds(String id, int n, int f, Liberties liberties) {
    Exploration.Result result = explore(id, "", n, f, liberties);
    assertTrue(result.complete(), id);
    assertEquals(List.of(), result.counterexamples(), id);
  }

  @ParameterizedTest
  @CsvSource({"L1,2,1,3,0", "L1,2,1,1,2", "L2,2,1,3,1", "L3,2,1,3,1", "L3,3,0,1,1"})
  void linksBearWhatTheyAreMadeFor(String id, int n, int f, int losses, int repetitions) {
    holds(id, n, f, Liberties.bus(losses, repetitions));
  }

  @ParameterizedTest
  @CsvSource({"D3,2,1,2", "D3,3,1,1", "D4-eventual,2,1,2", "D4-eventual,3,1,1"})
  void detectorsSettleWhenTheBusDoes(String id, int n, int f, int losses) {
    holds(id, n, f, Liberties.bus(losses, 1));
  }

  /** With no losses there is one run without a crash; each frame that may be lost doubles it. */
  @Test
  void everyFrameInTheFirstCyclesMayBeLost() {
    Protocol d3 = Catalogue.find("D3");
    Findings right = explore("D3", "", 2, 0, Liberties.NONE).top().findings();
    Findings harmed = explore("D3", "", 2, 0, Liberties.losses(1)).top().findings();
    assertEquals(1, right.schedules().intValue());
    assertEquals(1 + 2 * d3.cycles(0), harmed.schedules().intValue());
    Findings either = explore("D3", "", 2, 0, Liberties.bus(1, 1)).top().findings();
    int slots = 2 * d3.cycles(0);
    assertEquals(1 + 2 * slots + slots * (slots - 1), either.schedules().intValue());
  }

  /** What does not send again does not get through; what does not count hears it twice. */
  @ParameterizedTest
  @CsvSource({"L2-sends-once,2,1,0", "L3-repetitions,2,0,1"})
  void mistakesShow(String variant, int n, int losses, int repetitions) {
    String id = Catalogue.variant(variant).protocol().id();
    assertTrue(!explore(id, variant, n, 0, Liberties.bus(losses, repetitions)).holds(), variant);
  }

  @Test
  void aCounterexampleIsReadAgainAndMadeSmaller() {
    Exploration.Result result = explore("D4-eventual", "D4-stays", 3, 1, Liberties.losses(2));
    LockstepSchedule shown = (LockstepSchedule) result.counterexamples().getFirst().schedule();
    String broken = result.counterexamples().getFirst().property().id();
    assertTrue(LockstepRun.run(shown).broken().contains(broken));
    byte[] text = ScheduleFile.text(shown).getBytes(StandardCharsets.UTF_8);
    assertEquals(shown, ScheduleFile.parse("schedule.json", text));

    LockstepSchedule smallest = (LockstepSchedule) Minimiser.minimise(shown, broken);
    assertEquals(2, smallest.setting().n());
    assertEquals(List.of(), smallest.crashes());
    assertEquals(List.of(new Harm(0, ProcessSet.of(2), ProcessSet.EMPTY)), smallest.harms());
    assertEquals(1, smallest.setting().liberties().losses());
    Execution execution = LockstepRun.run(smallest);
    assertTrue(execution.broken().contains(broken));
    assertTrue(Story.of(execution, "").contains("p1's frame (EP heartbeat) reaches nobody"));
    assertTrue(SpaceTime.of(execution).contains("class=\"cross\""), "the loss is drawn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"L1", "L2", "L3", "D3", "D4-eventual"})
  void randomRunsHold(String id) {
    Protocol protocol = Catalogue.find(id);
    Setting setting =
        new Setting(id, "", 4, 2, protocol.workload().drawn(4, _ -> 0), 2)
            .with(Liberties.bus(4, 3));
    long harmed =
        LongStream.range(0, SEEDS)
            .mapToObj(seed -> RandomLockstep.run(setting, seed))
            .peek(
                run ->
                    assertEquals(List.of(), run.broken(), () -> ScheduleFile.text(run.schedule())))
            .filter(run -> !((LockstepSchedule) run.schedule()).harms().isEmpty())
            .count();
    assertTrue(harmed > SEEDS / 2, "harmed " + harmed);
  }

  @Test
  void aFrameThatIsRepeatedArrivesTwiceAndOneThatIsLostNever() {
    Setting setting =
        new Setting("D3", "", 3, 0, Catalogue.find("D3").workload().inputs(3).getFirst(), 1)
            .with(Liberties.bus(1, 1));
    Harm harm = new Harm(0, ProcessSet.of(2), ProcessSet.of(3));
    Execution run =
        LockstepRun.run(new LockstepSchedule(setting, 2, List.of(), List.of(), List.of(harm)));
    for (int p = 1; p <= 3; p++) {
      int process = p;
      long arrivals =
          run.happenings().stream()
              .filter(h -> h instanceof Happening.Arrived && h.time() == 0)
              .filter(h -> h.process() == process)
              .count();
      assertEquals(List.of(1L, 0L, 2L).get(p - 1), arrivals, "p" + p);
    }
    assertEquals(1, run.history().stableFrom());
    assertEquals(1, run.history().bus().repetitions());
  }

  @Test
  void noMoreHarmThanAllowedAndNoneWhereTheModelBearsNone() {
    Setting none =
        new Setting("D3", "", 2, 0, Catalogue.find("D3").workload().inputs(2).getFirst(), 1);
    Harm harm = new Harm(0, ProcessSet.of(2), ProcessSet.EMPTY);
    assertThrows(
        IllegalArgumentException.class,
        () -> new LockstepSchedule(none, 2, List.of(), List.of(), List.of(harm)));
    Setting one = none.with(Liberties.losses(1));
    Harm ofItself = new Harm(1, ProcessSet.of(2), ProcessSet.EMPTY);
    assertThrows(
        IllegalArgumentException.class,
        () -> new LockstepSchedule(one, 2, List.of(), List.of(), List.of(ofItself)));
    assertThrows(
        IllegalArgumentException.class, () -> explore("C2", "", 2, 1, Liberties.losses(1)));
    assertThrows(
        IllegalArgumentException.class, () -> explore("B1", "", 2, 1, Liberties.bus(0, 1)));
  }
}
