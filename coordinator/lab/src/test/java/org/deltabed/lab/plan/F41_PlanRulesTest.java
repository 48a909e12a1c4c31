package org.deltabed.lab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltabed.wiring.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * F41: a plan that breaks a rule is refused, naming file, line, rule and remedy, before anything
 * starts.
 */
class F41_PlanRulesTest {

  private static final Path VIRTUAL_5 = Path.of("../../wiring/virtual-5.yaml").toAbsolutePath();

  private static final String GOOD =
      """
      name: good
      testbed: %s
      protocol: C2
      crashesMax: 2
      rounds: 5
      seed: 1
      proposals: ranked
      cases:
        - name: one
          faults: [{powerCut: {node: 3, round: 2, slot: 0}}]
        - name: two
          faults: [{crashPoint: {node: 1, round: 1, afterSubFrames: 2, order: [3, 4, 5, 2]}}]
      """;

  @TempDir private Path folder;

  private BadInput refuse(String text) throws IOException {
    return assertThrows(BadInput.class, () -> PlanFile.load(file(text)), text);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("plan.yaml"), text.formatted(VIRTUAL_5));
  }

  @Test
  void aGoodPlanIsRead() throws IOException {
    Plan plan = PlanFile.load(file(GOOD));
    assertEquals(2, plan.plannedRuns());
    assertEquals("C2", plan.protocol());
  }

  @Test
  void theDemonstrationIsAGoodPlanOfAtLeastTwentyRuns() {
    Plan demo = PlanFile.load(Path.of("../plans/demo.yaml"));
    assertTrue(demo.plannedRuns() >= 20, "runs: " + demo.plannedRuns());
  }

  @Test
  void whoMisbehavesDoesSoInAProtocolForIt() throws IOException {
    String fault = "{byzantine: {node: 3, behaviour: equivocate}}";
    String crash = "{powerCut: {node: 3, round: 2, slot: 0}}";
    assertTrue(refuse(GOOD.replace(crash, fault)).getMessage().contains("nothing worse"));
    String plan = Files.readString(Path.of("../plans/y3.yaml")).replace("../../wiring", "%s");
    String wiring = Path.of("../../wiring").toAbsolutePath().toString();
    String good = plan.formatted(wiring);
    assertEquals("Y3", PlanFile.load(file(good)).protocol());
    String other = good.replaceFirst("behaviour: equivocate", "behaviour: rebel");
    assertThrows(BadInput.class, () -> PlanFile.load(file(other)));
    String twice = good.replaceFirst("\\[\\{byz", "[" + fault + ", " + fault + ", {byz");
    BadInput refused = assertThrows(BadInput.class, () -> PlanFile.load(file(twice)));
    assertTrue(refused.getMessage().contains("two ways at once"), refused.getMessage());
  }

  /** The page of active replication: clients crash, and do nothing worse. */
  @Test
  void aClientOfReplicatedServersDoesNotMisbehave() throws IOException {
    String plan =
        Files.readString(Path.of("../plans/s3.yaml"))
            .replace("../../wiring", Path.of("../../wiring").toAbsolutePath().toString());
    assertEquals("S3", PlanFile.load(file(plan)).protocol());
    String client = plan.replaceFirst("byzantine: \\{node: [0-9]", "byzantine: {node: 5");
    BadInput refused = assertThrows(BadInput.class, () -> PlanFile.load(file(client)));
    assertTrue(refused.getMessage().contains("p5 of S3 may crash"), refused.getMessage());
  }

  /** No wire leads to a CRASH pin of lab-8-zero2w, and nobody can make a Pi's bus drop a frame. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crashPin: {node: 3, round: 2, slot: 0}|no CRASH wire",
        "pause: {node: 3, round: 2, slot: 0, forMs: 9}|only a virtual testbed",
        "bus: {node: 3, round: 2, drop: true}|only a virtual testbed",
        "powerCut: {node: 3, round: 2, afterBytes: 9}|only a virtual testbed",
      })
  void whatATestbedCannotDoIsRefused(String fault, String says) throws IOException {
    Path eight = Path.of("../../wiring/lab-8-zero2w.yaml").toAbsolutePath();
    String plan =
        GOOD.formatted(eight)
            .replace("powerCut: {node: 3, round: 2, slot: 0}", fault)
            .replaceFirst("(?s)  - name: two.*", "");
    Path file = Files.writeString(folder.resolve("eight.yaml"), plan);
    BadInput error = assertThrows(BadInput.class, () -> PlanFile.load(file));
    assertEquals(10, error.line(), error.getMessage());
    assertTrue(error.getMessage().contains(says), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "protocol: C2|protocol: C99|3|C99",
        "crashesMax: 2|crashesMax: 5|4|below the number of nodes",
        "crashesMax: 2|crashesMax: -1|4|",
        "rounds: 5|rounds: 0|5|",
        "rounds: 5|rounds: 1|5|write at least 2",
        "rounds: 5|'rounds: 5\nrequestsEach: 0'|6|",
        "seed: 1|'seed: 1\nvariant: X99'|7|there is no variant X99",
        "seed: 1|'seed: 1\nvariant: X01'|7|not of C2",
        "seed: 1|speed: 1|6|speed",
        "seed: 1|rounds: 6|6|rounds",
        "proposals: ranked|proposals: [1, 2]|7|proposals",
        "node: 3|node: 6|10|node 6",
        "round: 2|round: 9|10|round 9",
        "slot: 0|slot: 5|10|slot 5",
        "afterSubFrames: 2|afterSubFrames: 5|12|5 sub-frames",
        "'[3, 4, 5, 2]'|'[3, 4, 5, 1]'|12|each receiver once",
        "powerCut|powerCutt|10|powerCutt",
      })
  void whatBreaksARuleIsNamed(String right, String wrong, int line, String says)
      throws IOException {
    BadInput error = refuse(GOOD.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
    assertEquals(line, error.line(), error.getMessage());
    assertTrue(error.getMessage().contains("plan.yaml:" + line), error.getMessage());
    assertTrue(says == null || error.getMessage().contains(says), error.getMessage());
  }

  @Test
  void aRunMustLastUntilTheLastRequestIsAnswered() throws IOException {
    String asked = GOOD.replace("C2", "B1").replace("seed: 1", "seed: 1\nrequestsEach: 5");
    BadInput error = refuse(asked);
    assertEquals(5, error.line(), error.getMessage());
    assertTrue(error.getMessage().contains("write at least 6"), error.getMessage());
    assertEquals(5, PlanFile.load(file(asked.replace("rounds: 5", "rounds: 6"))).requestsEach());
  }

  @Test
  void moreCrashesThanTheProtocolBearsAreRefused() throws IOException {
    BadInput error = refuse(GOOD.replace("C2", "B5").replace("crashesMax: 2", "crashesMax: 3"));
    assertEquals(4, error.line(), error.getMessage());
    assertTrue(error.getMessage().contains("bears 2"), error.getMessage());
  }

  @Test
  void aTestbedThatIsNotThereIsNamed() throws IOException {
    BadInput error = refuse(GOOD.replace("%s", "nowhere.yaml"));
    assertTrue(error.getMessage().contains("nowhere.yaml"), error.getMessage());
    assertEquals(2, error.line(), error.getMessage());
  }
}
