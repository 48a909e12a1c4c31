package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.protocol.catalogue.Variant;
import org.deltabed.simulator.minimise.Minimiser;
import org.deltabed.simulator.run.AsyncRun;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.RandomAsync;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each seeded mistake that takes a Byzantine process to show is found by chance, sooner than all
 * schedules are tried that are shorter, and its schedule is made small.
 */
class ByzantineMistakesTest {
  private static final int SEEDS_MAX = 20_000;

  /** Whether it shows only where somebody lies; of replicated services others look after that. */
  static boolean takesLies(Variant variant) {
    return variant.protocol().model().isByzantine()
        && variant.smallestF() > 0
        && !variant.protocol().id().startsWith("S");
  }

  static List<Variant> variants() {
    return Catalogue.variants().stream().filter(ByzantineMistakesTest::takesLies).toList();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void isFoundByChanceWithAScheduleThatBecomesSmall(Variant variant) {
    Execution found =
        LongStream.rangeClosed(1, SEEDS_MAX)
            .mapToObj(seed -> broken(variant, seed))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();
    String property =
        found.broken().stream().filter(variant.breaks()::contains).findFirst().orElseThrow();
    AsyncSchedule small = (AsyncSchedule) Minimiser.minimise(found.schedule(), property);
    assertTrue(AsyncRun.run(small).broken().contains(property), variant.id());
    assertTrue(
        small.actions().size() < ((AsyncSchedule) found.schedule()).actions().size(), variant.id());
  }

  /** With p1 for the liar, who may be the sender, or with p2, who is not. */
  private static Optional<Execution> broken(Variant variant, long seed) {
    return IntStream.rangeClosed(1, 2)
        .mapToObj(byzantine -> RandomAsync.run(setting(variant, byzantine), seed))
        .filter(execution -> !Collections.disjoint(execution.broken(), variant.breaks()))
        .findFirst();
  }

  private static Setting setting(Variant variant, int byzantine) {
    Protocol protocol = variant.protocol();
    int n = variant.smallestN();
    return new Setting(
        protocol.id(),
        variant.id(),
        n,
        variant.smallestF(),
        protocol.workload().inputs(n).getFirst(),
        1,
        Liberties.byzantine(ProcessSet.of(byzantine)));
  }
}
