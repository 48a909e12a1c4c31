package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule;

/**
 * An execution in words: who is asked, what matters of what happens then, what is broken, and how
 * to see it again.
 */
public final class Story {
  /** More lines than anybody reads. */
  private static final int LINES_MAX = 400;

  private final Scene scene;

  private Story(Scene scene) {
    this.scene = scene;
  }

  /**
   * Tells it.
   *
   * @param replay the command that shows this execution again, or empty
   */
  public static String of(Execution execution, String replay) {
    Story story = new Story(new Scene(execution));
    List<String> lines = new ArrayList<>(story.head());
    List<String> told = story.told();
    lines.addAll(told.subList(0, Math.min(told.size(), LINES_MAX)));
    if (told.size() > LINES_MAX) {
      lines.add("... " + (told.size() - LINES_MAX) + " more lines");
    }
    lines.add(story.rest());
    lines.add("");
    lines.addAll(story.verdict());
    if (!replay.isEmpty()) {
      lines.add("Replay: " + replay);
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> head() {
    var protocol = scene.protocol;
    var setting = scene.setting;
    List<String> head = new ArrayList<>();
    head.add(protocol.id() + " " + protocol.name() + ", " + protocol.title());
    if (!setting.variant().isEmpty()) {
      head.add(
          "with mistake "
              + setting.variant()
              + ": "
              + Catalogue.variant(setting.variant()).mistake());
    }
    String order = scene.isInSlots() ? "in slots" : "in any order";
    head.add(setting.n() + " processes, at most " + setting.f() + " crash, " + order);
    head.add("");
    return head;
  }

  private List<String> told() {
    return switch (scene.execution.schedule()) {
      case LockstepSchedule _ -> new SlotTelling(scene).tell();
      case AsyncSchedule schedule -> new ActionTelling(scene, schedule).tell();
    };
  }

  private String rest() {
    int next = scene.lastTime() + 1;
    return switch (scene.execution.schedule()) {
      case LockstepSchedule schedule -> {
        int slots = schedule.cycles() * scene.n();
        yield next < slots
            ? "Nothing more happens in the " + (slots - next) + " slots that follow."
            : "Here the run ends.";
      }
      case AsyncSchedule schedule -> {
        int actions = schedule.actions().size();
        yield next < actions
            ? "Nothing follows from the " + (actions - next) + " actions that are left."
            : "Here the run ends.";
      }
    };
  }

  private List<String> verdict() {
    List<String> lines = new ArrayList<>();
    scene.broken.forEach((property, outcome) -> lines.addAll(broken(property, outcome)));
    if (scene.broken.isEmpty()) {
      lines.add(
          "Holds: "
              + scene.held
              + " properties"
              + (scene.notJudged == 0 ? "." : "; " + scene.notJudged + " cannot be judged here."));
    }
    return lines;
  }

  private List<String> broken(Property property, Outcome outcome) {
    return List.of(
        "Broken: " + property.id(),
        "  \"" + property.sentence() + "\"",
        "  " + explanation(scene, outcome));
  }

  /** Properties count in slots; where there are none, those are the numbers of actions. */
  static String explanation(Scene scene, Outcome outcome) {
    return scene.isInSlots()
        ? outcome.explanation()
        : outcome
            .explanation()
            .replaceAll(" after \\d+ slots; it was due by slot \\d+", " by the end")
            .replaceAll(" by slot \\d+", " by the end")
            .replaceAll(" (in|from) slot(s?) ", " $1 action$2 ");
  }
}
