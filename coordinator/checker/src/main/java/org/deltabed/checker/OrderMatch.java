package org.deltabed.checker;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Holds what each node says it was told to run against what the lab says it told: a node that was
 * to misbehave and did not shows nothing, and one that misbehaves unasked is no correct process.
 */
final class OrderMatch {
  private static final String RULE = "evidence contradicts the plan";

  private final RunTrace trace;
  private final Campaign campaign;
  private final Reasons reasons;

  OrderMatch(RunTrace trace, Campaign campaign, Reasons reasons) {
    this.trace = trace;
    this.campaign = campaign;
    this.reasons = reasons;
  }

  void check() {
    trace
        .nodes()
        .forEach(
            (process, node) -> {
              if (node.runStart != null) {
                check(process, node.runStart);
              }
            });
  }

  private void check(int process, Seen start) {
    JsonNode said;
    try {
      said = StrictJson.MAPPER.readTree(start.record().data());
    } catch (JacksonException e) {
      reasons.add(
          Verdict.INCOMPLETE,
          RULE,
          trace.nodeId(process),
          trace.name(process) + " does not say in RUN_START what it was told to run",
          start.ref());
      return;
    }
    told(process)
        .forEach(
            (member, told) -> {
              // What a node leaves out is empty: it behaves, and has no mistake in it.
              String does = said.path(member).asString("");
              if (!does.equals(told) && (said.has(member) || member.equals(Fault.BYZANTINE))) {
                differs(process, start, member, told, does);
              }
            });
  }

  private Map<String, String> told(int process) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("protocol", campaign.protocol());
    told.put("variant", campaign.variant());
    told.put("nonce", trace.run().nonce());
    told.put(Fault.BYZANTINE, trace.run().byzantine().getOrDefault(trace.nodeId(process), ""));
    return told;
  }

  private void differs(int process, Seen start, String member, String told, String does) {
    String text =
        "%s ran with %s %s, and was to run with %s"
            .formatted(trace.name(process), member, quoted(does), quoted(told));
    reasons.add(Verdict.INCOMPLETE, RULE, trace.nodeId(process), text, start.ref());
  }

  private static String quoted(String word) {
    return word.isEmpty() ? "none" : '"' + word + '"';
  }
}
