package org.deltabed.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Model;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.ScheduleFile;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;

class RandomRunsTest {
  private static final int N = 4;
  private static final int SEEDS = 20;

  private static Setting setting(Protocol protocol, String variant, int n) {
    int f = protocol.model().crashesMax(n);
    return new Setting(protocol.id(), variant, n, f, protocol.workload().inputs(n).getFirst(), 2);
  }

  @Test
  void everyProtocolHoldsInRandomRunsInSlots() {
    for (Protocol protocol : Catalogue.protocols()) {
      for (long seed = 0; seed < SEEDS; seed++) {
        Execution execution = RandomLockstep.run(setting(protocol, "", N), seed);
        assertEquals(List.of(), execution.broken(), () -> ScheduleFile.text(execution.schedule()));
      }
    }
  }

  /** Rounds begin for all at once; everything else bears late requests. */
  @Test
  void protocolsWithoutRoundsHoldWhereRequestsComeLate() {
    for (Protocol protocol : Catalogue.protocols()) {
      for (long seed = 0; protocol.model() != Model.ROUNDS && seed < SEEDS; seed++) {
        Execution execution = RandomLockstep.run(setting(protocol, "", N), true, seed);
        assertEquals(List.of(), execution.broken(), () -> ScheduleFile.text(execution.schedule()));
      }
    }
  }

  @Test
  void everyAsynchronousProtocolHoldsInRandomOrders() {
    for (Protocol protocol : Catalogue.protocols()) {
      for (long seed = 0; protocol.model().isAsynchronous() && seed < SEEDS; seed++) {
        Execution execution = RandomAsync.run(setting(protocol, "", N), seed);
        assertEquals(List.of(), execution.broken(), () -> ScheduleFile.text(execution.schedule()));
      }
    }
  }

  @Test
  void sameSeedSameExecution() {
    Setting setting = setting(Catalogue.find("C2"), "", N);
    for (long seed = 0; seed < SEEDS; seed++) {
      Execution inSlots = RandomLockstep.run(setting, seed);
      assertEquals(inSlots, RandomLockstep.run(setting, seed));
      assertEquals(inSlots.toString(), RandomLockstep.run(setting, seed).toString());
      Execution inAnyOrder = RandomAsync.run(setting, seed);
      assertEquals(inAnyOrder, RandomAsync.run(setting, seed));
      assertEquals(inAnyOrder.toString(), RandomAsync.run(setting, seed).toString());
    }
    assertNotEquals(RandomAsync.run(setting, 1), RandomAsync.run(setting, 2));
  }

  /** A seed that somebody noted must give the same run ever after. */
  @Test
  void seedsKeepTheirMeaning() {
    Setting setting = setting(Catalogue.find("C2"), "", N);
    LockstepSchedule drawn = RandomLockstep.draw(setting, false, 7);
    assertEquals(
        "[Crash[process=4, slot=3, reached={p1 p3}], Crash[process=2, slot=4, reached={}]]",
        drawn.crashes().toString());
    AsyncSchedule inAnyOrder = (AsyncSchedule) RandomAsync.run(setting, 7).schedule();
    assertEquals(
        "[Ask[process=2], Ask[process=3], Ask[process=4], Ask[process=1]]",
        inAnyOrder.actions().subList(0, 4).toString());
  }

  @Test
  void aDrawnScheduleRunsAgainAsItDid() {
    Setting setting = setting(Catalogue.find("T1"), "", N);
    for (long seed = 0; seed < SEEDS; seed++) {
      Execution execution = RandomAsync.run(setting, seed);
      assertEquals(execution, AsyncRun.run((AsyncSchedule) execution.schedule()));
    }
  }

  /** Chance finds what exploring finds, later and without knowing that there is no more. */
  @Test
  void randomRunsFindSeededMistakes() {
    assertEquals(Set.of("cons: agreement"), broken("X01", 1_000));
    assertEquals(Set.of("uc: termination"), broken("X02", 1));
    assertEquals(Set.of("uc: uniform agreement"), broken("X03", 100));
    assertEquals(Set.of("trb: agreement"), broken("X11", 100));
    assertEquals(Set.of("trb: validity"), broken("T1-any-crash", 100));
  }

  private static Set<String> broken(String variantId, int seeds) {
    Variant variant = Catalogue.variant(variantId);
    int n = Math.max(2, variant.smallestN());
    Setting setting =
        new Setting(
            variant.protocol().id(),
            variant.id(),
            n,
            variant.smallestF(),
            variant.protocol().workload().inputs(n).getFirst(),
            1);
    Set<String> found = new TreeSet<>();
    for (long seed = 0; seed < seeds; seed++) {
      Execution execution =
          variant.showsInSlots()
              ? RandomLockstep.run(setting, seed % 2 == 1, seed)
              : RandomAsync.run(setting, seed);
      found.addAll(execution.broken());
    }
    return found;
  }
}
