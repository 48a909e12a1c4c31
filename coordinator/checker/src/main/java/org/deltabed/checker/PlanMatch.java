package org.deltabed.checker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the plan against the evidence: exactly the planned nodes crashed, each as planned (F07,
 * F08).
 */
final class PlanMatch {
  /** Of a run in which more crashed than the plan allows for. */
  static final String MORE_THAN_F = "more crashes than f";

  private static final String RULE = "evidence contradicts the plan";

  private final RunTrace trace;
  private final Crashes crashes;
  private final Reasons reasons;

  PlanMatch(RunTrace trace, Crashes crashes, Reasons reasons) {
    this.trace = trace;
    this.crashes = crashes;
    this.reasons = reasons;
  }

  void check(int crashesMax) {
    Map<Integer, Set<String>> planned = planned();
    Set<Integer> seen =
        crashes.findings().stream()
            .map(CrashFinding::node)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Integer> missing = new TreeSet<>(planned.keySet());
    missing.removeAll(seen);
    Set<Integer> extra = new TreeSet<>(seen);
    extra.removeAll(planned.keySet());
    // A node that was paused may find that it is too late, and stop (F29).
    trace.run().faults().stream()
        .filter(fault -> fault.kind().equals("pause"))
        .forEach(fault -> extra.remove(fault.node()));
    difference(missing, extra);
    crashes
        .byProcess()
        .values()
        .forEach(crash -> means(crash, planned.get(crash.finding().node())));
    if (seen.size() > crashesMax) {
      reasons.add(
          Verdict.PASS,
          MORE_THAN_F,
          0,
          (seen.size() == 1 ? "1 node" : seen.size() + " nodes")
              + " crashed ("
              + list(seen)
              + "), the plan allows for "
              + crashesMax
              + ": only what is promised regardless of their number is owed",
          "");
    }
  }

  private Map<Integer, Set<String>> planned() {
    Map<Integer, Set<String>> planned = new TreeMap<>();
    for (Fault fault : trace.run().faults()) {
      if (fault.crashes()) {
        planned.computeIfAbsent(fault.node(), _ -> new TreeSet<>()).add(fault.kind());
      }
    }
    return planned;
  }

  private void difference(Set<Integer> missing, Set<Integer> extra) {
    if (!missing.isEmpty() && !extra.isEmpty()) {
      reasons.add(
          Verdict.INCOMPLETE,
          RULE,
          extra.iterator().next(),
          "planned to crash "
              + list(missing)
              + ", but the evidence shows the crash of "
              + list(extra),
          evidence(extra));
    } else if (!missing.isEmpty()) {
      reasons.add(
          Verdict.INCOMPLETE,
          "planned crash without evidence",
          missing.iterator().next(),
          "planned to crash "
              + list(missing)
              + ", but no witness saw "
              + (missing.size() == 1 ? "it" : "them")
              + " dead",
          "");
    } else if (!extra.isEmpty()) {
      reasons.add(
          Verdict.INCOMPLETE,
          RULE,
          extra.iterator().next(),
          "the evidence shows the crash of "
              + list(extra)
              + ", which nobody planned: "
              + proof(extra),
          evidence(extra));
    }
  }

  private void means(Crashes.Crash crash, Set<String> planned) {
    if (planned != null && planned.stream().noneMatch(crash.means()::contains)) {
      reasons.add(
          Verdict.INCOMPLETE,
          RULE,
          crash.finding().node(),
          "node "
              + crash.finding().node()
              + " was to crash by "
              + String.join(" or ", planned)
              + ", but its end was: "
              + crash.finding().firstProof(),
          ref(crash.finding().firstProof()));
    }
  }

  private String proof(Set<Integer> nodes) {
    return found(nodes).firstProof();
  }

  private String evidence(Set<Integer> nodes) {
    return ref(proof(nodes));
  }

  private CrashFinding found(Set<Integer> nodes) {
    int node = nodes.iterator().next();
    return crashes.findings().stream()
        .filter(crash -> crash.node() == node)
        .findFirst()
        .orElseThrow();
  }

  /** The reference stands in brackets at the end of the words. */
  private static String ref(String words) {
    return words.substring(words.lastIndexOf('(') + 1, words.length() - 1);
  }

  private static String list(Set<Integer> nodes) {
    List<String> ids = nodes.stream().map(String::valueOf).toList();
    return (ids.size() == 1 ? "node " : "nodes ") + String.join(", ", ids);
  }
}
