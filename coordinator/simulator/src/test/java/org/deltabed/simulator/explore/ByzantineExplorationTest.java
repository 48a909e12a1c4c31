package org.deltabed.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.run.RandomAsync;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four processes, one of which says whatever its alphabet has, at any time and to anyone: the
 * sender or writer, or one of the others.
 */
class ByzantineExplorationTest {
  private static final int N = 4;
  private static final int SEEDS = 300;

  @ParameterizedTest
  @CsvSource({"L4,1", "Y1,1", "Y1,2", "Y2,1", "Y2,2"})
  void holdsWhateverOneSays(String id, int byzantine) {
    Request request =
        new Request(id, "", N, 1, Request.Kind.ASYNC, 1, false, false)
            .with(Liberties.byzantine(ProcessSet.of(byzantine)));
    Exploration.Result result =
        new Exploration(request, ExploreOptions.with(2)).run(() -> false, progress -> {});
    assertTrue(result.complete(), () -> result.unfinished().orElse(""));
    assertEquals(List.of(), result.counterexamples());
  }

  @ParameterizedTest
  @CsvSource({"M3,1", "Y3,1", "Y3,2", "R8,1", "R8,2"})
  void holdsInOrdersThatAreDrawn(String id, int byzantine) {
    Protocol protocol = Catalogue.find(id);
    Setting setting =
        new Setting(
            id,
            "",
            N,
            1,
            protocol.workload().inputs(N).getFirst(),
            1,
            Liberties.byzantine(ProcessSet.of(byzantine)));
    for (long seed = 1; seed <= SEEDS; seed++) {
      assertEquals(List.of(), RandomAsync.run(setting, seed).broken(), "seed " + seed);
    }
  }
}
