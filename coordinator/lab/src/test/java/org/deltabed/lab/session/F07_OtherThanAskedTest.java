package org.deltabed.lab.session;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deltabed.checker.Judge;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.testing.DeltabedProcess;
import org.deltabed.lab.testing.SharedCampaigns;
import org.deltabed.lab.testing.TestPlan;
import org.junit.jupiter.api.Test;

/** F07: what a person does who was asked to pull node 2, and what is then said of it. */
class F07_OtherThanAskedTest {

  /** A hand that does something else, once in each attempt: after that it obeys. */
  private abstract static class OnceOtherwise extends ObedientHand {
    private boolean done;

    OnceOtherwise(DeltabedProcess session) {
      super(session);
    }

    @Override
    final void runBegins() {
      done = false;
    }

    @Override
    final void askedToPull(int node) throws IOException, InterruptedException {
      if (node == 2 && !done) {
        done = true;
        instead();
      } else {
        super.askedToPull(node);
      }
    }

    abstract void instead() throws IOException, InterruptedException;
  }

  private interface Otherwise {
    ObedientHand of(DeltabedProcess session);
  }

  /** All attempts: the host may have broken the bound in some. */
  private static List<RunVerdict> session(String name, String expect, Otherwise hand)
      throws Exception {
    Path folder = SharedCampaigns.folder("session-" + name);
    String id = name + System.nanoTime();
    Path plan =
        TestPlan.benchNodes(30)
            .byHand()
            .run("asked", expect, "{powerCut: {node: 2, round: 4, slot: 0}}")
            .in(folder);
    try (DeltabedProcess session =
        DeltabedProcess.start(folder, "session", plan.toString(), "--id", id)) {
      session.awaitNodes(3, 60);
      Thread doing = Thread.ofPlatform().daemon().start(hand.of(session));
      session.exitCode(300);
      doing.join();
    }
    return Judge.judge(folder.resolve("runs").resolve(id)).runs();
  }

  private static void says(List<RunVerdict> runs, String... words) {
    runs.forEach(run -> assertNotEquals(Verdict.PASS, run.verdict()));
    assertTrue(
        runs.stream()
            .flatMap(run -> run.reasons().stream())
            .anyMatch(reason -> List.of(words).stream().allMatch(reason.text()::contains)),
        runs::toString);
  }

  @Test
  void anotherNode() throws Exception {
    List<RunVerdict> runs =
        session(
            "another",
            "INCOMPLETE",
            session ->
                new OnceOtherwise(session) {
                  @Override
                  void instead() throws IOException {
                    does("pull", 3);
                  }
                });
    says(runs, "node 2", "node 3");
  }

  @Test
  void two() throws Exception {
    List<RunVerdict> runs =
        session(
            "two",
            "INCOMPLETE",
            session ->
                new OnceOtherwise(session) {
                  @Override
                  void instead() throws IOException {
                    does("pull", 2);
                    does("pull", 3);
                  }
                });
    says(runs, "node 3");
  }

  @Test
  void none() throws Exception {
    List<RunVerdict> runs =
        session(
            "none",
            "INCOMPLETE",
            session ->
                new OnceOtherwise(session) {
                  @Override
                  void instead() {}
                });
    says(runs, "nobody was pulled", "node 2");
  }

  @Test
  void aPauseInPlaceOfAPull() throws Exception {
    List<RunVerdict> runs =
        session(
            "pause",
            "BOUND_BROKEN",
            session ->
                new OnceOtherwise(session) {
                  @Override
                  void instead() throws IOException, InterruptedException {
                    does("pause", 2);
                    Thread.sleep(700);
                    does("resume", 2);
                  }
                });
    says(runs, "node 2", "paused");
  }
}
