package org.deltabed.simulator.minimise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.simulator.run.AsyncRun;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.run.RandomAsync;
import org.deltabed.simulator.run.RandomLockstep;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;

class MinimiserTest {
  /** Of all the mistakes, so many show in random schedules in slots. */
  private static final int MANY = 40;

  private static Setting setting(String variantId, int n, int f) {
    Protocol protocol = Catalogue.variant(variantId).protocol();
    return new Setting(protocol.id(), variantId, n, f, protocol.workload().inputs(n).getFirst(), 2);
  }

  /** Random runs that break the property. */
  private static List<LockstepSchedule> inSlots(Setting setting, String property) {
    return LongStream.range(0, 100)
        .mapToObj(seed -> RandomLockstep.run(setting, seed))
        .filter(execution -> execution.broken().contains(property))
        .map(execution -> (LockstepSchedule) execution.schedule())
        .limit(3)
        .toList();
  }

  private static List<AsyncSchedule> inAnyOrder(Setting setting, String property) {
    return LongStream.range(0, 3_000)
        .mapToObj(seed -> RandomAsync.run(setting, seed))
        .filter(execution -> execution.broken().contains(property))
        .map(execution -> (AsyncSchedule) execution.schedule())
        .limit(2)
        .toList();
  }

  @Test
  void whoDecidesBeforeSayingSoAndCrashesIsAllThatX03Needs() {
    String property = "uc: uniform agreement";
    List<LockstepSchedule> found = inSlots(setting("X03", 5, 3), property);
    assertFalse(found.isEmpty());
    for (LockstepSchedule schedule : found) {
      LockstepSchedule smallest = (LockstepSchedule) Minimiser.minimise(schedule, property);
      assertEquals(2, smallest.setting().n());
      assertEquals(1, smallest.setting().f());
      assertEquals(1, smallest.cycles());
      assertEquals(List.of(new Crash(1, 0, ProcessSet.EMPTY)), smallest.crashes());
      assertEquals(smallest, Minimiser.minimise(schedule, property), "the same again");
    }
  }

  @Test
  void whatIsStoppedGivesTheSmallestThatItHas() {
    String property = "uc: uniform agreement";
    LockstepSchedule inSlots = inSlots(setting("X03", 5, 3), property).getFirst();
    assertEquals(inSlots, Minimiser.minimise(inSlots, property, () -> true));
    String agreement = "cons: agreement";
    AsyncSchedule inAnyOrder = inAnyOrder(setting("X01", 4, 2), agreement).getFirst();
    int[] looks = new int[1];
    AsyncSchedule smaller =
        (AsyncSchedule) Minimiser.minimise(inAnyOrder, agreement, () -> ++looks[0] > 40);
    assertTrue(AsyncRun.run(smaller).broken().contains(agreement));
    assertTrue(looks[0] < 80, "nothing more is tried");
  }

  @Test
  void x02NeedsNobodyElse() {
    String property = "uc: termination";
    LockstepSchedule schedule = inSlots(setting("X02", 4, 3), property).getFirst();
    LockstepSchedule smallest = (LockstepSchedule) Minimiser.minimise(schedule, property);
    assertEquals(1, smallest.setting().n());
    assertEquals(List.of(), smallest.crashes());
    AsyncSchedule order = inAnyOrder(setting("X02", 4, 3), property).getFirst();
    AsyncSchedule fewest = (AsyncSchedule) Minimiser.minimise(order, property);
    assertEquals(List.of(new Action.Ask(1)), fewest.actions().subList(0, 1));
    assertEquals(1, fewest.setting().n());
  }

  @Test
  void x01NeedsThreeProcessesAndOneMessageThatComesLate() {
    String property = "cons: agreement";
    List<AsyncSchedule> found = inAnyOrder(setting("X01", 4, 2), property);
    assertFalse(found.isEmpty());
    for (AsyncSchedule schedule : found) {
      AsyncSchedule smallest = (AsyncSchedule) Minimiser.minimise(schedule, property);
      assertEquals(3, smallest.setting().n());
      assertEquals(1, smallest.setting().f());
      assertTrue(smallest.actions().size() < schedule.actions().size());
      assertTrue(AsyncRun.run(smallest).broken().contains(property));
      assertEquals(smallest, Minimiser.minimise(schedule, property), "the same again");
    }
  }

  @Test
  void everyMistakeThatChanceFindsStaysBrokenAndGetsNoLarger() {
    int found = 0;
    for (Variant variant : Catalogue.variants()) {
      String property = variant.breaks().getFirst();
      int n = Math.max(3, variant.smallestN());
      Setting setting = setting(variant.id(), n, variant.protocol().model().crashesMax(n));
      for (LockstepSchedule schedule : inSlots(setting, property).stream().limit(1).toList()) {
        LockstepSchedule smallest = (LockstepSchedule) Minimiser.minimise(schedule, property);
        Execution execution = LockstepRun.run(smallest);
        assertTrue(execution.broken().contains(property), variant.id());
        assertTrue(smallest.crashes().size() <= schedule.crashes().size(), variant.id());
        assertTrue(smallest.setting().n() <= n, variant.id());
        found++;
      }
    }
    assertTrue(found >= MANY, "found " + found);
  }

  @Test
  void whatIsNotBrokenIsNotMinimised() {
    Setting setting =
        new Setting("C2", "", 3, 2, Catalogue.find("C2").workload().inputs(3).getFirst(), 1);
    Execution holds = RandomLockstep.run(setting, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> Minimiser.minimise(holds.schedule(), "uc: uniform agreement"));
  }
}
