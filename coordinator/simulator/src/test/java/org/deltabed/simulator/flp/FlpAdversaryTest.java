package org.deltabed.simulator.flp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Num;
import org.deltabed.simulator.run.AsyncRun;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.Happening;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.junit.jupiter.api.Test;

/** The proof of FLP, played against a consensus. */
class FlpAdversaryTest {
  private static final int STEPS = 20;
  private static final FlpRun RUN = FlpAdversary.run(3, STEPS);

  /** Lemma 1: X0 is 0-valent, Xn is 1-valent, and one between them is bivalent. */
  @Test
  void thereIsABivalentInitialConfiguration() {
    assertEquals(Valence.ZERO, RUN.initial().getFirst().valence());
    assertEquals(Valence.ONE, RUN.initial().getLast().valence());
    assertEquals(Valence.BIVALENT, RUN.initial().get(RUN.chosen()).valence());
  }

  /** Lemma 2, so often: the run goes on, by the real components, and nobody has decided. */
  @Test
  void nobodyDecides() {
    assertEquals(STEPS, RUN.steps().size());
    Execution execution = AsyncRun.run(RUN.schedule());
    assertTrue(decisions(execution).isEmpty());
    assertEquals(List.of(), execution.broken());
    assertTrue(
        RUN.steps().stream().anyMatch(step -> !step.before().isEmpty()),
        "some cannot come at once");
    assertTrue(RUN.steps().stream().anyMatch(step -> step.atOnce() != Valence.BIVALENT));
  }

  /** "If a process takes infinitely many steps, it delivers all messages sent to it". */
  @Test
  void everyStepDeliversTheOldestMessageLast() {
    int at = 0;
    List<Action> actions = RUN.schedule().actions();
    for (FlpRun.Step step : RUN.steps()) {
      Pending oldest = step.oldest();
      Action last = new Action.Arrive(oldest.to(), oldest.sender(), oldest.number());
      int found = actions.indexOf(last);
      assertTrue(found >= at, "in the order of the steps");
      at = found;
    }
    assertTrue(actions.stream().noneMatch(Action.Crash.class::isInstance));
  }

  /** What both witnesses of the last configuration say is what the components do. */
  @Test
  void bothDecisionsCanStillBeReached() {
    assertEquals(List.of(new Num(0)), decisionsAfter(RUN.toZero()));
    assertEquals(List.of(new Num(1)), decisionsAfter(RUN.toOne()));
  }

  private static List<Object> decisionsAfter(List<Pending> more) {
    List<Action> actions = new ArrayList<>(RUN.schedule().actions());
    more.forEach(m -> actions.add(new Action.Arrive(m.to(), m.sender(), m.number())));
    return decisions(AsyncRun.run(RUN.schedule().with(actions))).stream().distinct().toList();
  }

  private static List<Object> decisions(Execution execution) {
    List<Object> decided = new ArrayList<>();
    for (Happening happening : execution.happenings()) {
      if (happening instanceof Happening.Did did && did.event() instanceof Decide(var value)) {
        decided.add(value);
      }
    }
    return decided;
  }

  @Test
  void theTextAndThePictureShowTheValences() {
    String text = FlpText.of(RUN);
    assertTrue(text.contains("X" + RUN.chosen() + " = "), text);
    assertTrue(text.contains("C" + STEPS + " is bivalent"), text);
    String svg = FlpPicture.of(RUN);
    assertTrue(svg.startsWith("<svg ") && svg.endsWith("</svg>\n"));
    assertFalse(svg.contains("null"));
  }

  @Test
  void aMajorityMustSurvive() {
    assertThrows(IllegalArgumentException.class, () -> FlpAdversary.run(2, 1));
    assertThrows(IllegalArgumentException.class, () -> FlpAdversary.run(3, -1));
  }
}
