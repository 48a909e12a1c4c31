package org.deltabed.simulator.exhibits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.simulator.story.SpaceTime;
import org.junit.jupiter.api.Test;

/** Each exhibit shows what its page says, and its text says what is to be seen. */
class PartialSynchronyExhibitsTest {
  private static List<List<String>> broken(Exhibit exhibit) {
    for (Scene scene : exhibit.scenes()) {
      assertTrue(scene.explanation().length() > 100, scene.caption());
      assertTrue(SpaceTime.of(scene.execution()).startsWith("<svg "), scene.caption());
    }
    return exhibit.scenes().stream().map(scene -> scene.execution().broken()).toList();
  }

  @Test
  void whoDecidesAndCrashesMayHaveDecidedSomethingElse() {
    assertEquals(
        List.of(List.of(), List.of("uc: uniform agreement"), List.of()),
        broken(new HierarchicalNotUniform()));
  }

  @Test
  void aFalseSuspicionAbortsWhatAllWanted() {
    assertEquals(
        List.of(List.of(), List.of("nbac: abort-validity", "P: strong accuracy")),
        broken(new FalseSuspicionNbac()));
  }

  @Test
  void bothHierarchicalConsensusesDisagreeAndTheThirdDoesNot() {
    assertEquals(
        List.of(
            List.of("cons: agreement", "P: strong accuracy"),
            List.of("uc: uniform agreement", "P: strong accuracy"),
            List.of()),
        broken(new FalseSuspicionHierarchical()));
  }

  @Test
  void theRunOfFlpBreaksNothing() {
    assertEquals(List.of(List.of()), broken(new Flp(3)));
  }
}
