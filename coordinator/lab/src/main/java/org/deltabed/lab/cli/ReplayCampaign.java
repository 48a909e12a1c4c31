package org.deltabed.lab.cli;

import java.nio.file.Path;
import java.util.List;
import org.deltabed.checker.Verdict;
import org.deltabed.simulator.replay.CampaignReplay;
import org.deltabed.simulator.replay.Replayed;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The runs of a campaign, done again in the simulator. */
record ReplayCampaign(List<Replayed> runs) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Replays one run, or all for the empty id. */
  static ReplayCampaign of(Path folder, String run) {
    RunDirectory.require(folder);
    return new ReplayCampaign(CampaignReplay.of(folder, run));
  }

  /**
   * A difference counts before evidence that is missing. An attempt that the lab gave up was made
   * again, or the campaign ended with it.
   */
  int exitCode() {
    if (runs.stream().anyMatch(run -> run.difference().isPresent())) {
      return Verdict.VIOLATED.exitCode();
    }
    boolean whole = runs.stream().allMatch(run -> run.missing().isEmpty());
    whole &= runs.stream().anyMatch(run -> run.givenUp().isEmpty());
    return (whole ? Verdict.PASS : Verdict.INCOMPLETE).exitCode();
  }

  private static String word(Replayed run) {
    if (run.difference().isPresent()) {
      return "DIFFERS";
    }
    if (!run.givenUp().isEmpty()) {
      return "given up";
    }
    return run.missing().isEmpty() ? "same" : "INCOMPLETE";
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Replayed run : runs) {
      text.append(
          "%-8s%-11s%d steps, %d events and messages agree%n"
              .formatted(run.run(), word(run), run.steps(), run.outputs()));
      run.difference().ifPresent(difference -> text.append("  ").append(difference).append('\n'));
      if (!run.givenUp().isEmpty()) {
        text.append("  by the lab: ").append(run.givenUp()).append('\n');
      }
      run.missing().forEach(gap -> text.append("  missing: ").append(gap).append('\n'));
    }
    return text.toString();
  }

  String json() {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode each = json.putArray("runs");
    for (Replayed run : runs) {
      ObjectNode of = each.addObject();
      of.put("run", run.run())
          .put("result", word(run))
          .put("steps", run.steps())
          .put("agreed", run.outputs());
      run.difference()
          .ifPresent(
              found ->
                  of.putObject("difference")
                      .put("node", found.node())
                      .put("process", found.process())
                      .put("round", found.round())
                      .put("slot", found.slot())
                      .put("ref", found.ref())
                      .put("recorded", found.recorded())
                      .put("simulated", found.simulated()));
      ArrayNode missing = of.putArray("missing");
      run.missing().forEach(missing::add);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }
}
