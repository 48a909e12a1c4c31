package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The verdict for a console: a table of the runs, and what it means in words. */
public final class VerdictText {
  private static final int CASE_WIDTH = 40;
  private static final int REASONS_SHOWN = 5;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private final CampaignVerdict verdict;
  private final StringBuilder text = new StringBuilder();

  private VerdictText(CampaignVerdict verdict) {
    this.verdict = verdict;
  }

  /** Several lines, each ended by a line feed. */
  public static String of(CampaignVerdict verdict) {
    VerdictText text = new VerdictText(verdict);
    text.table();
    text.figures();
    text.words();
    return text.text.toString();
  }

  private void table() {
    row(
        "run",
        "case",
        "attempt",
        "verdict",
        "crashed",
        decides() ? "decided" : "indicated",
        "slots",
        "max delay");
    for (RunVerdict run : verdict.runs()) {
      row(
          run.id(),
          clip(run.caseName()),
          run.attempt() + (run.counts() ? "" : " (repeated)"),
          run.verdict() + (run.verdict() == run.expect() ? "" : " (expected " + run.expect() + ")"),
          crashed(run),
          decided(run),
          slots(run),
          run.maxDelayNs() < 0 ? "-" : Durations.text(run.maxDelayNs()));
    }
  }

  private void row(String... cells) {
    String format = "%-6s  %-" + CASE_WIDTH + "s  %-12s  %-30s  %-14s  %-12s  %5s  %s";
    line(String.format(Locale.ROOT, format, (Object[]) cells));
  }

  private void figures() {
    line("");
    line(
        "longest delay "
            + optional(verdict.maxDelayNs())
            + (verdict.delayUncertaintyNs() == null
                ? ""
                : " ± " + Durations.text(verdict.delayUncertaintyNs()))
            + " of δ = "
            + Durations.text(verdict.deltaNs())
            + "; "
            + verdict.delays().count()
            + " timed, "
            + verdict.lateFrames()
            + " late frames ("
            + verdict.lateFramesAll()
            + " with repeated attempts)");
    line(
        "longest detection "
            + optional(verdict.maxDetectionNs())
            + " of "
            + Durations.text(verdict.detectionBoundNs())
            + "; "
            + verdict.detections().size()
            + " detections");
    for (PropertyFinding property : verdict.properties()) {
      String name = property.name() + " (" + property.instance() + ")";
      line(
          (property.holds() ? "  holds   " : "  BROKEN  ")
              + name
              + ", checked "
              + property.checked()
              + " times");
    }
  }

  private void words() {
    line("");
    line(verdict.verdict() + ": " + meaning(verdict.verdict()));
    verdict.reasons().forEach(reason -> line("  " + reason(reason)));
    for (RunVerdict run : verdict.runs()) {
      List<Reason> shown =
          run.reasons().stream()
              .filter(
                  reason ->
                      reason.verdict() == run.verdict()
                          || reason.rule().equals(PlanMatch.MORE_THAN_F))
              .toList();
      String who =
          run.id() + (run.verdict() == verdict.verdict() ? "" : " (" + run.verdict() + ")");
      if (run.counts()) { // of a PASS: what limits it, such as more crashes than f
        shown.stream()
            .limit(REASONS_SHOWN)
            .forEach(reason -> line("  " + who + ": " + reason(reason)));
        if (shown.size() > REASONS_SHOWN) {
          line("  " + who + ": and " + (shown.size() - REASONS_SHOWN) + " more");
        }
      }
    }
  }

  /** What a verdict means, in one sentence. */
  public static String meaning(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "the protocol kept its promise, and the evidence is whole.";
      case VIOLATED -> "the protocol broke its promise while the bus kept its bound.";
      case BOUND_BROKEN -> "the bus or a node broke its bound first, so the promise did not apply.";
      case INCOMPLETE ->
          "evidence is missing, or a run left the model, so nothing may be concluded.";
    };
  }

  /** A reason in one line: where, when, what, and the record. */
  public static String reason(Reason reason) {
    List<String> where = new ArrayList<>();
    if (reason.node() > 0) {
      where.add("node " + reason.node());
    }
    if (reason.round() > 0) {
      where.add("round " + reason.round());
    }
    if (reason.slot() >= 0) {
      where.add("slot " + reason.slot());
    }
    if (reason.timeNs() != 0) {
      where.add("at " + reason.timeNs() + " ns");
    }
    String place = where.isEmpty() ? "" : " [" + String.join(", ", where) + "]";
    return reason.text() + place + (reason.ref().isEmpty() ? "" : " " + reason.ref());
  }

  private static String crashed(RunVerdict run) {
    return run.crashes().isEmpty()
        ? "-"
        : run.crashes().stream()
            .map(crash -> "p" + crash.process())
            .collect(Collectors.joining(" "));
  }

  private static String decided(RunVerdict run) {
    var values = new TreeSet<String>();
    run.decisions().forEach(decision -> values.add(decision.value()));
    return values.isEmpty() ? indicated(run) : clip(String.join(" ", values));
  }

  private boolean decides() {
    return verdict.runs().stream()
        .allMatch(run -> !run.decisions().isEmpty() || run.indications().isEmpty());
  }

  /** Of a protocol that does not decide: how often it indicated what. */
  private static String indicated(RunVerdict run) {
    var counts = new TreeMap<String, Integer>();
    run.indications().forEach(one -> counts.merge(one.event(), 1, Integer::sum));
    return counts.isEmpty()
        ? "-"
        : clip(
            counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(" ")));
  }

  private static String slots(RunVerdict run) {
    long last = run.indications().stream().mapToLong(Indication::slot).max().orElse(-1);
    long slots = run.decisions().isEmpty() ? last + 1 : run.decisionSlots();
    return slots < 1 ? "-" : String.valueOf(slots);
  }

  private static String optional(long ns) {
    return ns < 0 ? "unknown" : Durations.text(ns);
  }

  private static String clip(String text) {
    return text.length() <= CASE_WIDTH ? text : text.substring(0, CASE_WIDTH - 1) + "…";
  }

  /** What nodes have said must not command the console (F44). */
  private void line(String line) {
    text.append(UNPRINTABLE.matcher(line).replaceAll("?")).append('\n');
  }
}
