package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.simulator.exhibits.PutHashTwice;
import org.deltabed.simulator.exhibits.Scene;
import org.deltabed.simulator.minimise.Minimiser;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.RandomAsync;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Schedule;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in replication that take five processes and more. */
class ReplicationMistakesTest {
  private static final int SEEDS_MAX = 20_000;

  /** "Show a timing diagram that demonstrates incorrect behavior for PutHash operations." */
  @Test
  void theDesignOfTheQuestionExecutesTwiceAndTheOtherDoesNot() {
    List<List<String>> broken =
        new PutHashTwice().scenes().stream().map(Scene::execution).map(Execution::broken).toList();
    assertEquals(
        List.of(List.of("ph: at-most-once"), List.of(), List.of("ph: at-most-once")), broken);
  }

  /** Two clients, one key, one time-out and one crash: nothing of it can be left out. */
  @Test
  void theScheduleOfTheQuestionIsAsSmallAsItCanBe() {
    for (int scene : List.of(0, 2)) {
      Schedule schedule = new PutHashTwice().scenes().get(scene).execution().schedule();
      Schedule small = Minimiser.minimise(schedule, "ph: at-most-once");
      assertTrue(Execution.of(small).broken().contains("ph: at-most-once"));
      assertEquals(5, small.setting().n());
      assertEquals(1, small.setting().f());
      assertEquals(1, small.setting().liberties().falseSuspicions());
    }
  }

  @ParameterizedTest
  @CsvSource({"S2-hasty, ph: one order", "S2-loses-calls, ph: liveness"})
  void isFoundByARandomScheduleThatBecomesNoLarger(String id, String property) {
    Schedule found = found(id, property);
    Schedule small = Minimiser.minimise(found, property);
    assertTrue(Execution.of(small).broken().contains(property));
    assertTrue(size(small) <= size(found));
  }

  /**
   * All that servers tell each other makes runs of hundreds of actions, too long to be shortened.
   */
  @ParameterizedTest
  @CsvSource({
    "S3-first-answer, ar: linearizability",
    "S3-any-proposal, ar: linearizability",
    "S3-one-round, ar: agreement"
  })
  void isFoundByARandomScheduleThatCanBeReplayed(String id, String property) {
    assertTrue(Execution.of(found(id, property)).broken().contains(property));
  }

  private static Schedule found(String id, String property) {
    Setting setting = setting(Catalogue.variant(id));
    return LongStream.rangeClosed(1, SEEDS_MAX)
        .mapToObj(seed -> RandomAsync.run(setting, seed))
        .filter(execution -> execution.broken().contains(property))
        .findFirst()
        .orElseThrow()
        .schedule();
  }

  private static int size(Schedule schedule) {
    return ((AsyncSchedule) schedule).actions().size();
  }

  private static Setting setting(Variant variant) {
    int n = variant.smallestN();
    boolean byzantine = variant.protocol().model().isByzantine();
    return new Setting(
        variant.protocol().id(),
        variant.id(),
        n,
        variant.smallestF(),
        variant.protocol().workload().drawn(n, _ -> 0),
        1,
        byzantine ? Liberties.byzantine(ProcessSet.of(1)) : Liberties.falseSuspicions(1));
  }
}
