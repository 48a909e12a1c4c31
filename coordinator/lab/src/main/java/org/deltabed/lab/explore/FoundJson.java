package org.deltabed.lab.explore;

import java.math.BigInteger;
import java.util.List;
import org.deltabed.lab.explore.Found.Counterexample;
import org.deltabed.simulator.timed.Extreme;
import org.deltabed.simulator.timed.TimedReport;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an exploration found, as one JSON object. Only its last three fields differ next time. */
public final class FoundJson {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private FoundJson() {}

  /** The object's text, with a line feed at the end. */
  public static String of(Found found) {
    Found.Asked asked = found.asked();
    ObjectNode json = JSON.createObjectNode();
    json.put("protocol", asked.protocol().id())
        .put("name", asked.protocol().name())
        .put("variant", asked.variant())
        .put("n", asked.n())
        .put("f", asked.f())
        .put("adversary", asked.adversary())
        .put("requestsEach", asked.requestsEach())
        .put("asked", asked.asked())
        .put("falseSuspicions", asked.liberties().falseSuspicions())
        .put("losses", asked.liberties().losses())
        .put("repetitions", asked.liberties().repetitions())
        .put("verdict", found.verdict().name())
        .put("complete", found.figures().complete())
        .put("unfinished", found.figures().unfinished().orElse(""));
    asked.liberties().byzantine().forEach(json.putArray("byzantine")::add);
    figures(json, found.figures());
    properties(json.putArray("properties"), found.judged());
    if (found.counterexample().isPresent()) {
      counterexample(json.putObject("counterexample"), found.counterexample().get());
    } else {
      json.putNull("counterexample");
    }
    json.put("cpuSeconds", found.cost().cpuSeconds())
        .put("wallSeconds", found.cost().wallSeconds())
        .put("peakHeapBytes", found.cost().peakHeapBytes());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  private static void figures(ObjectNode json, Figures figures) {
    figures
        .exhaustive()
        .ifPresent(
            all ->
                json.put("states", all.states())
                    .put("transitions", all.transitions())
                    .put("histories", all.histories()));
    json.put("schedules", figures.schedules());
    if (!figures.worstDecisionSlots().isEmpty()) {
      json.put("worstDecisionSlots", figures.worstDecision());
      json.put("worstMessages", figures.worstMessage());
      numbers(json.putArray("worstDecisionSlotsByCrashes"), figures.worstDecisionSlots());
      numbers(json.putArray("worstMessagesByCrashes"), figures.worstMessages());
    }
    figures.timed().ifPresent(report -> timed(json.putObject("timed"), report));
  }

  private static void timed(ObjectNode json, TimedReport report) {
    json.put("runs", report.runs()).put("planned", report.planned());
    ObjectNode verdicts = json.putObject("verdicts");
    report.verdicts().forEach((verdict, count) -> verdicts.put(verdict.name(), count));
    extreme(json.putObject("delay"), report.delay());
    extreme(json.putObject("clockDifference"), report.precision());
    extreme(json.putObject("detection"), report.detection());
  }

  private static void extreme(ObjectNode json, Extreme extreme) {
    json.put("worstNs", extreme.worstNs()).put("boundNs", extreme.boundNs());
  }

  private static void numbers(ArrayNode array, List<Integer> numbers) {
    numbers.forEach(array::add);
  }

  private static void properties(ArrayNode array, List<Judged> judged) {
    for (Judged each : judged) {
      ObjectNode json = array.addObject();
      json.put("property", each.property().id())
          .put("sentence", each.property().sentence())
          .put("result", each.result().word());
      if (each.isBroken()) {
        json.put("explanation", each.explanation());
        if (!each.brokenIn().equals(BigInteger.ZERO)) {
          json.put("brokenIn", each.brokenIn());
        }
      }
    }
  }

  private static void counterexample(ObjectNode json, Counterexample example) {
    json.put("property", example.property())
        .put("sentence", example.sentence())
        .put("schedule", example.schedule())
        .put("explanation", example.explanation())
        .put("replay", example.replay());
  }
}
