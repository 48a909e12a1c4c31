package org.deltabed.lab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.deltabed.checker.Verdict;
import org.deltabed.lab.explore.Shelf;
import org.deltabed.protocol.history.Outcome;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.explore.Request;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.Schedule;
import org.deltabed.simulator.schedule.ScheduleFile;
import org.deltabed.simulator.schedule.Setting;
import org.deltabed.simulator.story.SpaceTime;
import org.deltabed.simulator.story.Story;
import org.deltabed.wiring.BadInput;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A schedule from a file, run again. */
record ReplaySchedule(Path file, Execution execution, Map<Property, Outcome> outcomes) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /**
   * Runs it.
   *
   * @throws BadInput if it is no schedule, or has an action that cannot happen
   */
  static ReplaySchedule of(Path file) {
    Schedule schedule = ScheduleFile.read(file);
    try {
      Execution execution = Execution.of(schedule);
      return new ReplaySchedule(file, execution, execution.judge());
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          file.toString(), 0, e.getMessage(), "let deltabed explore write the schedule");
    }
  }

  /** Why nothing is promised of it; empty where its protocol is made for such schedules. */
  private Optional<String> outside() {
    Request.Kind kind =
        execution.schedule() instanceof AsyncSchedule ? Request.Kind.ASYNC : Request.Kind.LOCKSTEP;
    return Request.outside(execution.schedule().setting(), kind);
  }

  private Verdict verdict() {
    if (outside().isPresent()) {
      return Verdict.INCOMPLETE;
    }
    if (!outcomes.values().stream().allMatch(Outcome::holds)) {
      return Verdict.VIOLATED;
    }
    boolean isJudged = outcomes.values().stream().allMatch(Outcome::judged);
    return isJudged ? Verdict.PASS : Verdict.INCOMPLETE;
  }

  int exitCode() {
    return verdict().exitCode();
  }

  private static String word(Outcome outcome) {
    if (outcome.holds()) {
      return outcome.judged() ? "holds" : "open";
    }
    return "BROKEN";
  }

  String text() {
    StringBuilder text = new StringBuilder(Story.of(execution, "")).append('\n');
    outcomes.forEach(
        (property, outcome) -> {
          String word = word(outcome);
          String padding = " ".repeat("BROKEN".length() - word.length());
          text.append("  ").append(word).append(padding).append("  ").append(property.id());
          text.append('\n');
        });
    outside().ifPresent(why -> text.append("\noutside the model: ").append(why).append('\n'));
    return text.append('\n').append(verdict()).append('\n').toString();
  }

  String json() {
    Setting setting = execution.schedule().setting();
    ObjectNode json = JSON.createObjectNode();
    json.put("protocol", setting.protocolId())
        .put("variant", setting.variant())
        .put("n", setting.n())
        .put("f", setting.f())
        .put("verdict", verdict().name())
        .put("outside", outside().orElse(""));
    ArrayNode properties = json.putArray("properties");
    outcomes.forEach(
        (property, outcome) -> {
          ObjectNode each = properties.addObject();
          each.put("property", property.id()).put("result", word(outcome));
          if (!outcome.holds() || !outcome.judged()) {
            each.put("explanation", outcome.explanation());
          }
        });
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  /** Writes the picture beside the schedule. */
  Path draw() throws IOException {
    Path picture = file.resolveSibling(Shelf.PICTURE);
    return Files.writeString(picture, SpaceTime.of(execution), StandardCharsets.UTF_8);
  }
}
