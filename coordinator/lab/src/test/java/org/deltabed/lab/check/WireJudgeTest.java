package org.deltabed.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deltabed.wiring.TestbedFile;
import org.junit.jupiter.api.Test;

/** What is said of wires, by which ends followed. */
class WireJudgeTest {
  private static final Path PI4 = Path.of("../../wiring/lab-3-pi4.yaml");

  private static List<Finding> judged(Map<Integer, Set<Integer>> followed, Set<Integer> absent) {
    WireNames names = new WireNames(TestbedFile.load(PI4));
    return new WireJudge("alive", names, absent).judge(new TreeMap<>(followed));
  }

  private static List<String> kinds(Map<Integer, Set<Integer>> followed) {
    return judged(followed, Set.of()).stream().map(Finding::kind).toList();
  }

  @Test
  void eachMistakeHasItsName() {
    assertEquals(
        List.of("ok", "ok", "ok"), kinds(Map.of(1, Set.of(1), 2, Set.of(2), 3, Set.of(3))));
    assertEquals(
        List.of("swapped", "swapped", "dead"),
        kinds(Map.of(1, Set.of(2), 2, Set.of(1), 3, Set.of())));
    assertEquals(
        List.of("ok", "shorted", "shorted"),
        kinds(Map.of(1, Set.of(1), 2, Set.of(2, 3), 3, Set.of(2, 3))));
    assertEquals(
        List.of("misplaced", "misplaced", "misplaced"),
        kinds(Map.of(1, Set.of(2), 2, Set.of(3), 3, Set.of(1))));
  }

  @Test
  void bothEndsAreNamedWithTheirHeaderPins() {
    Finding dead = judged(Map.of(1, Set.of()), Set.of()).getFirst();
    assertTrue(
        dead.remedy().matches(".*node1 pin \\d+ GPIO\\d+ to coordinator pin \\d+ GPIO\\d+.*"),
        dead.remedy());
    Finding swapped = judged(Map.of(1, Set.of(2), 2, Set.of(1)), Set.of()).getFirst();
    assertTrue(
        swapped.remedy().matches("exchange coordinator pin .* and coordinator pin .*"),
        swapped.remedy());
  }

  @Test
  void theEndOfANodeAsWhichNoProgramRunsTellsOfAWrongId() {
    assertEquals("duplicate-id", judged(Map.of(2, Set.of(3)), Set.of(3)).getFirst().kind());
  }
}
