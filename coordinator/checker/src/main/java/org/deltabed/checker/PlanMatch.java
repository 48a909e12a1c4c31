package org.deltabed.checker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deltabed.protocol.catalogue.Model;
import tools.jackson.core.JacksonException;

/**
 * Holds the plan against the evidence: exactly the planned nodes crashed, each as planned (F07,
 * F08).
 */
final class PlanMatch {
  /** Of a run in which more crashed than the plan allows for. */
  static final String MORE_THAN_F = "more crashes than f";

  /** Of a run in which more are faulty than anything is promised for. */
  static final String OUTSIDE_THE_MODEL = "outside the model";

  private static final String RULE = "evidence contradicts the plan";

  private final RunTrace trace;
  private final Crashes crashes;
  private final Reasons reasons;

  PlanMatch(RunTrace trace, Crashes crashes, Reasons reasons) {
    this.trace = trace;
    this.crashes = crashes;
    this.reasons = reasons;
  }

  void check(Faulty faulty, Model model) {
    Map<Integer, Set<String>> planned = planned();
    Set<Integer> seen = faulty.crashed();
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
    if (faulty.isOutside(model)) {
      outside(faulty);
    } else if (faulty.isMoreThanF()) {
      reasons.add(
          Verdict.PASS,
          MORE_THAN_F,
          0,
          (seen.size() == 1 ? "1 node" : seen.size() + " nodes")
              + " crashed ("
              + list(seen)
              + "), the plan allows for "
              + faulty.max()
              + ": only what is promised regardless of their number is owed",
          "");
    }
  }

  /** Nothing is promised there, so nothing may be concluded (F47). */
  private void outside(Faulty faulty) {
    Set<Integer> nodes = faulty.nodes();
    Set<Integer> misbehaving = faulty.misbehaving();
    String byzantine =
        misbehaving.isEmpty()
            ? ""
            : ", of which "
                + list(misbehaving)
                + (misbehaving.size() == 1 ? " is" : " are")
                + " Byzantine";
    reasons.add(
        Verdict.INCOMPLETE,
        OUTSIDE_THE_MODEL,
        nodes.iterator().next(),
        "outside the model: "
            + (nodes.size() == 1 ? "1 node is faulty (" : nodes.size() + " nodes are faulty (")
            + list(nodes)
            + ")"
            + byzantine
            + "; the plan allows for "
            + faulty.max()
            + ", and beyond that nothing is promised",
        "");
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
              + list(extra)
              + ": "
              + proof(extra),
          evidence(extra));
    } else if (!missing.isEmpty()) {
      reasons.add(
          Verdict.INCOMPLETE,
          "planned crash without evidence",
          missing.iterator().next(),
          nobody(missing)
              + "planned to crash "
              + list(missing)
              + ", but no witness saw "
              + (missing.size() == 1 ? "it" : "them")
              + " dead"
              + switched(missing),
          "");
    } else if (!extra.isEmpty()) {
      reasons.add(
          Verdict.INCOMPLETE,
          RULE,
          extra.iterator().next(),
          "the evidence shows the crash of "
              + list(extra)
              + ", which nobody planned"
              + beside(extra)
              + ": "
              + proof(extra),
          evidence(extra));
    }
  }

  /** Where a person pulls plugs, and none was. */
  private String nobody(Set<Integer> missing) {
    boolean byHand =
        missing.stream().allMatch(id -> trace.testbed().nodeById(id).power().by().equals("person"));
    return byHand && crashes.findings().isEmpty() ? "nobody was pulled: " : "";
  }

  /** What a driver says is worth a sentence where nothing shows that it switched (F08). */
  private String switched(Set<Integer> missing) {
    WitnessTrace witness = trace.witness();
    for (int node : witness == null ? Set.<Integer>of() : missing) {
      int process = trace.testbed().nodeById(node).process();
      Seen cut = witness.unprovedCut(process);
      if (cut != null) {
        return ". The switch of node "
            + node
            + " says that it cut the power ("
            + cut.ref()
            + "): is it stuck, or does it feed something else?";
      }
      Seen failed = witness.failedCut(process);
      if (failed != null) {
        return ". Node "
            + node
            + " was to be switched off, but its switch did not confirm: "
            + why(failed)
            + " ("
            + failed.ref()
            + ")";
      }
    }
    return "";
  }

  private static String why(Seen failed) {
    try {
      return StrictJson.MAPPER.readTree(failed.record().data()).path("failed").asString("");
    } catch (JacksonException e) {
      return "it does not say why";
    }
  }

  private String beside(Set<Integer> extra) {
    Set<Integer> asPlanned = new TreeSet<>();
    crashes.findings().forEach(crash -> asPlanned.add(crash.node()));
    asPlanned.removeAll(extra);
    return asPlanned.isEmpty() ? "" : ", beside that of " + list(asPlanned) + ", which was";
  }

  private void means(Crashes.Crash crash, Set<String> planned) {
    if (planned != null && planned.stream().noneMatch(kind -> fits(kind, crash))) {
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

  /**
   * Whether a crash may have been by the planned means. That power is gone, or that a later boot
   * came, says nothing of what went before: then a crash point must be in the node's own records,
   * and a CRASH pin in the witness's.
   */
  private boolean fits(String planned, Crashes.Crash crash) {
    if (crash.means().contains(planned)) {
      return true;
    }
    if (!Set.of(CrashMeans.SENSE, CrashMeans.NEW_BOOT).containsAll(crash.means())) {
      return false;
    }
    NodeTrace node = trace.nodes().get(crash.finding().process());
    return switch (planned) {
      case CrashMeans.POWER_CUT -> true;
      case CrashMeans.CRASH_POINT -> node != null && !node.crashPoints.isEmpty();
      case CrashMeans.CRASH_PIN ->
          trace.witness().lastCrashPin(crash.finding().process(), crash.finding().firstProofNs())
              != null;
      default -> false;
    };
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
