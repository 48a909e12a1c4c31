package org.deltabed.lab.report;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.checker.Reason;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;

/** Findings as list items: in words, then node, round, time, excess and the record. */
final class Findings {
  private static final int ALL_MAX = 40;

  private final Html html;
  private final ReportSource folder;
  private final RecordLinks links;

  Findings(Html html, ReportSource folder, RecordLinks links) {
    this.html = html;
    this.folder = folder;
    this.links = links;
  }

  /** A run that did not pass, with the first finding that stands behind its verdict. */
  void first(RunVerdict run) {
    html.open("li");
    VerdictWords.badge(html, run.verdict());
    html.text(" ").leaf("a", "Run " + run.id(), "href", "#run-" + run.id());
    html.text(
        " (" + run.caseName() + (run.attempt() > 1 ? ", attempt " + run.attempt() : "") + ")");
    if (!run.counts()) {
      html.text(" – repeated, does not count");
    } else if (run.expect() == run.verdict()) {
      html.text(" – as its plan expects");
    }
    html.empty("br");
    if (run.reasons().isEmpty()) {
      html.text("No reason was recorded.");
    } else {
      body(run.reasons().getFirst(), run.startNs());
      if (run.reasons().size() > 1) {
        html.text(" ")
            .leaf(
                "a",
                "and " + Words.count(run.reasons().size() - 1, "more finding"),
                "href",
                "#run-" + run.id());
      }
    }
    html.end();
  }

  /** A finding that belongs to no run. */
  void ofCampaign(Reason reason) {
    html.open("li");
    VerdictWords.badge(html, reason.verdict());
    html.text(" ");
    body(reason, 0);
    html.end();
  }

  /** Every finding of a run. */
  void all(RunVerdict run) {
    html.open("ul", "class", "findings");
    for (Reason reason : run.reasons().stream().limit(ALL_MAX).toList()) {
      html.open("li");
      if (reason.verdict() == Verdict.PASS) {
        html.leaf("span", "remark", "class", "badge");
      } else {
        VerdictWords.badge(html, reason.verdict());
      }
      html.text(" ");
      body(reason, run.startNs());
      html.end();
    }
    if (run.reasons().size() > ALL_MAX) {
      html.leaf(
          "li", Words.count(run.reasons().size() - ALL_MAX, "more finding") + ", in verdict.json");
    }
    html.end();
  }

  private void body(Reason reason, long startNs) {
    // A broken property's explanation begins with its name.
    String rest =
        reason.text().startsWith(reason.rule() + " ")
            ? reason.text().substring(reason.rule().length())
            : ": " + reason.text();
    html.leaf("b", reason.rule());
    links.text(html, rest);
    html.open("span", "class", "where");
    html.text(" " + String.join(" · ", where(reason, startNs)));
    if (!reason.ref().isEmpty()) {
      html.text(" · record ");
      links.text(html, reason.ref());
    }
    html.end();
  }

  private List<String> where(Reason reason, long startNs) {
    List<String> where = new ArrayList<>();
    if (reason.node() > 0) {
      int process = folder.processOf(reason.node());
      where.add("node " + reason.node() + (process > 0 ? " (p" + process + ")" : ""));
    }
    if (reason.round() > 0) {
      where.add("round " + reason.round());
    }
    if (reason.slot() >= 0) {
      where.add("slot " + reason.slot());
    }
    if (reason.timeNs() != 0) {
      where.add(
          startNs == 0
              ? "at " + Words.duration(reason.timeNs())
              : "at " + Words.since(reason.timeNs() - startNs));
    }
    if (reason.excessNs() != 0) {
      where.add("over the bound by " + Words.duration(reason.excessNs()));
    }
    return where;
  }
}
