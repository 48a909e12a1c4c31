package org.deltabed.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects findings and draws the verdict from them. Of one rule only the first findings are kept,
 * the others are counted.
 */
final class Reasons {
  /** So that a broken run does not give a verdict of a million lines. */
  static final int PER_RULE_MAX = 20;

  private static final List<Verdict> ORDER =
      List.of(Verdict.BOUND_BROKEN, Verdict.INCOMPLETE, Verdict.VIOLATED, Verdict.PASS);

  /**
   * What measures an excess is nearer to the cause than what follows from it, such as suspicions.
   */
  private static final Comparator<Reason> CAUSES_FIRST =
      Comparator.<Reason>comparingInt(reason -> reason.excessNs() > 0 ? 0 : 1)
          .thenComparingLong(Reason::timeNs);

  private record Rule(Verdict verdict, String name) implements Comparable<Rule> {
    @Override
    public int compareTo(Rule other) {
      int byVerdict = Integer.compare(ORDER.indexOf(verdict), ORDER.indexOf(other.verdict));
      return byVerdict != 0 ? byVerdict : name.compareTo(other.name);
    }
  }

  private final Map<Rule, List<Reason>> kept = new TreeMap<>();
  private final Map<Rule, Long> counts = new TreeMap<>();

  void add(Reason reason) {
    Rule rule = new Rule(reason.verdict(), reason.rule());
    counts.merge(rule, 1L, Long::sum);
    List<Reason> same = kept.computeIfAbsent(rule, _ -> new ArrayList<>());
    if (same.size() < PER_RULE_MAX) {
      same.add(reason);
    }
  }

  /** A finding about a node, without a time. */
  void add(Verdict verdict, String rule, int node, String text, String ref) {
    add(new Reason(verdict, rule, node, 0, -1, 0, 0, text, ref));
  }

  void addAll(List<Reason> reasons) {
    reasons.forEach(this::add);
  }

  /**
   * The first verdict in the contract's order that has a finding: a broken bound, a gap, a
   * violation; else PASS.
   */
  Verdict verdict() {
    return ORDER.stream()
        .filter(verdict -> kept.keySet().stream().anyMatch(rule -> rule.verdict() == verdict))
        .findFirst()
        .orElse(Verdict.PASS);
  }

  /**
   * Those of the verdict first; of each verdict those with an excess first, then in the order of
   * time.
   */
  List<Reason> inOrder() {
    List<Reason> all = new ArrayList<>();
    for (Verdict verdict : ORDER) {
      List<Reason> same = new ArrayList<>();
      kept.forEach((rule, reasons) -> same.addAll(rule.verdict() == verdict ? reasons : List.of()));
      same.sort(CAUSES_FIRST);
      all.addAll(same);
    }
    counts.forEach((rule, count) -> all.addAll(more(rule, count)));
    return all;
  }

  private static List<Reason> more(Rule rule, long count) {
    if (count <= PER_RULE_MAX) {
      return List.of();
    }
    String text = "and " + (count - PER_RULE_MAX) + " more of the kind: " + rule.name();
    return List.of(new Reason(rule.verdict(), rule.name(), 0, 0, -1, 0, 0, text, ""));
  }
}
