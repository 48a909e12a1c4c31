package org.deltabed.lab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Verdict;

/** A row for each run; it opens to the space-time diagram and the facts of the run. */
final class RunsSection {
  /** Diagrams are drawn while the report is smaller than this; then only the facts are told. */
  static final long CHARS_MAX = 4_000_000;

  private final Html html;
  private final ReportSource folder;
  private final RecordLinks links;
  private boolean openedPass;

  RunsSection(Html html, ReportSource folder, RecordLinks links) {
    this.html = html;
    this.folder = folder;
    this.links = links;
  }

  void write() {
    html.line().open("section", "id", "runs").leaf("h2", "Runs");
    new Legend(html).write();
    html.open("div", "class", "rows");
    html.open("div", "class", "row head", "aria-hidden", "true");
    for (String head :
        new String[] {"Run", "Case", "Verdict", "Crashed", "Outcome", "Slowest delivery"}) {
      html.leaf("span", head);
    }
    html.end();
    folder.verdict().runs().forEach(this::run);
    html.end().end();
  }

  private void run(RunVerdict run) {
    boolean firstPass = run.verdict() == Verdict.PASS && !openedPass;
    openedPass |= firstPass;
    html.line()
        .open(
            "details",
            "class",
            run.counts() ? "run" : "run aside",
            "id",
            "run-" + run.id(),
            "open",
            firstPass || run.verdict() != Verdict.PASS ? "" : null);
    row(run);
    html.open("div", "class", "body");
    if (!run.reasons().isEmpty()) {
      new Findings(html, folder, links).all(run);
    }
    diagram(run);
    new RunFacts(html, folder, links).write(run);
    html.end().end();
  }

  private void row(RunVerdict run) {
    html.open("summary", "class", "row");
    html.leaf("b", run.id());
    html.open("span").text(run.caseName());
    if (run.attempt() > 1) {
      html.leaf("small", " attempt " + run.attempt() + " of " + run.repeats());
    }
    if (!run.counts()) {
      html.leaf("small", " does not count");
    }
    html.end().open("span");
    VerdictWords.badge(html, run.verdict());
    if (run.expect() != null && run.expect() != Verdict.PASS && run.expect() == run.verdict()) {
      html.leaf("small", " as planned");
    }
    html.end().leaf("span", crashed(run)).leaf("span", OutcomeWords.of(run));
    html.leaf("span", run.maxDelayNs() < 0 ? "–" : Words.duration(run.maxDelayNs()));
    html.end();
  }

  private static String crashed(RunVerdict run) {
    if (run.crashes().isEmpty()) {
      return "nobody";
    }
    StringBuilder text = new StringBuilder();
    run.crashes()
        .forEach(crash -> text.append(text.isEmpty() ? "p" : ", p").append(crash.process()));
    return text.toString();
  }

  private void diagram(RunVerdict run) {
    CampaignRun attempt = folder.attempt(run.id());
    if (attempt == null || html.chars() > CHARS_MAX) {
      html.leaf(
          "p",
          attempt == null
              ? "The campaign does not know this run: no diagram."
              : "Not drawn, to keep this report small; the run's records are in trace/.");
      return;
    }
    Window window = Window.of(run, attempt, folder);
    try {
      DrawnRun trace = DrawnRunReader.read(folder, run, attempt, window);
      new SpaceTimeDiagram(html, folder, links, run, attempt, trace, window).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
