package org.deltabed.lab.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deltabed.checker.PropertyFinding;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.LiveCampaign;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.deltabed.simulator.replay.CampaignReplay;
import org.deltabed.simulator.replay.Replayed;
import org.junit.jupiter.api.Test;

/**
 * F46: nodes that equivocate, forge, replay and flood, with real codes and signatures: the others
 * keep their promise, and what is refused is named. F47: more than f of them are outside the model.
 */
class F46_F47_ByzantineTest {
  private static LiveCampaign campaign;

  private static synchronized LiveCampaign campaign() throws IOException, InterruptedException {
    if (campaign == null) {
      campaign =
          LiveCampaign.run(
              TestPlan.byzantine("Y3", 14)
                  .run("equivocation", "{byzantine: {node: 1, behaviour: equivocate}}")
                  .run("forgery", "{byzantine: {node: 3, behaviour: forge}}")
                  .run("replay", "{byzantine: {node: 2, behaviour: replay}}")
                  .run("flood", "{byzantine: {node: 4, behaviour: flood}}")
                  .run(
                      "two",
                      "INCOMPLETE",
                      "{byzantine: {node: 1, behaviour: equivocate}},"
                          + " {byzantine: {node: 2, behaviour: equivocate}}")
                  .in(SharedCampaigns.folder("byzantine")));
    }
    return campaign;
  }

  @Test
  void theCorrectThreeKeepTheirPromise() throws Exception {
    for (String name : List.of("equivocation", "forgery", "replay", "flood")) {
      RunVerdict run = campaign().run(name);
      assertEquals(Verdict.PASS, run.verdict(), campaign()::toString);
      assertTrue(checked(run, "brb", "consistency") > 0, name);
    }
  }

  private static long checked(RunVerdict run, String instance, String name) {
    return run.properties().stream()
        .filter(p -> p.instance().equals(instance) && p.name().equals(name))
        .mapToLong(PropertyFinding::checked)
        .sum();
  }

  @Test
  void whatIsForgedIsRefusedByName() throws Exception {
    String run = campaign().run("forgery").id();
    try (Stream<Path> traces = Files.list(campaign().folder().resolve("trace"))) {
      List<Path> ofRun =
          traces.filter(file -> file.getFileName().toString().startsWith(run + "-n")).toList();
      assertTrue(
          ofRun.stream().anyMatch(F46_F47_ByzantineTest::namesARefusedCode), ofRun::toString);
    }
  }

  private static boolean namesARefusedCode(Path trace) {
    try {
      return Files.readAllLines(trace).stream()
          .anyMatch(line -> line.contains("REJECT") && line.contains("\"reason\":\"code\""));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void twoAreOutsideTheModel() throws Exception {
    RunVerdict run = campaign().run("two");
    assertEquals(Verdict.INCOMPLETE, run.verdict(), campaign()::toString);
    assertEquals("outside the model", run.reasons().getFirst().rule());
  }

  /** The twins have the nodes' keys, and misbehave as they did. */
  @Test
  void theSimulatorDoesWhatTheNodesDid() throws Exception {
    for (Replayed replayed : CampaignReplay.of(campaign().folder(), "")) {
      assertTrue(replayed.difference().isEmpty(), replayed::toString);
      assertTrue(replayed.outputs() > 0 || !replayed.givenUp().isEmpty(), replayed::toString);
    }
  }
}
