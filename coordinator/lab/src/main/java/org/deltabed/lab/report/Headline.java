package org.deltabed.lab.report;

import java.util.List;
import java.util.stream.Stream;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.Reason;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;

/** The top of the report: the verdict in words, what it rests on, and the figures that matter. */
final class Headline {
  private static final int FINDINGS_MAX = 12;

  private final Html html;
  private final ReportSource folder;
  private final CampaignVerdict verdict;
  private final Findings findings;

  Headline(Html html, ReportSource folder, RecordLinks links) {
    this.html = html;
    this.folder = folder;
    this.verdict = folder.verdict();
    this.findings = new Findings(html, folder, links);
  }

  void write() {
    VerdictWords words = VerdictWords.of(verdict.verdict());
    html.open("header");
    html.leaf(
        "p",
        "deltabed · " + verdict.name() + " · " + verdict.campaign() + " · " + started(),
        "class",
        "eyebrow");
    html.open("h1");
    words.symbol(html);
    html.open("span").leaf("small", verdict.verdict().name().replace('_', ' '));
    html.text(words.headline()).end().end();
    html.leaf("p", Account.ofCampaign(folder), "class", "lead");
    html.leaf("p", words.meaning() + expectation(), "class", "meaning");
    shows();
    new KeyFigures(html, folder).write();
    others();
    contents();
    html.end();
  }

  private String started() {
    return folder.campaign().startedUtc() == null ? "" : folder.campaign().startedUtc();
  }

  private String expectation() {
    if (verdict.expect() == null || verdict.expect() == verdict.verdict()) {
      return verdict.verdict() == Verdict.PASS ? "" : " The plan expected this verdict.";
    }
    return " The plan expected " + verdict.expect().name().replace('_', ' ') + ".";
  }

  /** What stands behind a verdict other than PASS, with node, round, time and record. */
  private void shows() {
    List<RunVerdict> decisive = notPassed(true);
    if (!decisive.isEmpty() || !verdict.reasons().isEmpty()) {
      html.leaf("h2", "What shows it", "class", "run-in").open("ul", "class", "findings");
      for (Reason reason : verdict.reasons()) {
        findings.ofCampaign(reason);
      }
      list(decisive);
      html.end();
    }
  }

  private void others() {
    List<RunVerdict> others = notPassed(false);
    if (!others.isEmpty()) {
      html.leaf("h2", "Other runs that did not pass", "class", "run-in");
      html.open("ul", "class", "findings");
      list(others);
      html.end();
    }
  }

  private List<RunVerdict> notPassed(boolean decisive) {
    return verdict.runs().stream()
        .filter(run -> run.verdict() != Verdict.PASS)
        .filter(run -> (run.counts() && run.verdict() == verdict.verdict()) == decisive)
        .toList();
  }

  private void list(List<RunVerdict> runs) {
    runs.stream().limit(FINDINGS_MAX).forEach(findings::first);
    if (runs.size() > FINDINGS_MAX) {
      html.leaf("li", Words.count(runs.size() - FINDINGS_MAX, "more run") + ", listed below.");
    }
  }

  private void contents() {
    html.open("nav", "aria-label", "Sections");
    for (String id : sections()) {
      html.leaf("a", Character.toUpperCase(id.charAt(0)) + id.substring(1), "href", "#" + id);
    }
    html.end();
  }

  private List<String> sections() {
    boolean clocks = folder.verdict().runs().stream().anyMatch(run -> !run.clocks().isEmpty());
    return Stream.of("properties", "runs", "delay", "detection", "clocks", "environment", "records")
        .filter(section -> clocks || !section.equals("clocks"))
        .toList();
  }
}
