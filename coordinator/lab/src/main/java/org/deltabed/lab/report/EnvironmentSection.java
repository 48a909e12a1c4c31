package org.deltabed.lab.report;

import org.deltabed.checker.Campaign;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.HostJitter;
import tools.jackson.databind.JsonNode;

/** Where it ran, with which versions, and how to judge it again. */
final class EnvironmentSection {
  private static final int ROWS_MAX = 80;

  private final Html html;
  private final ReportSource folder;
  private int rows;

  EnvironmentSection(Html html, ReportSource folder) {
    this.html = html;
    this.folder = folder;
  }

  void write() {
    Campaign campaign = folder.campaign();
    CampaignVerdict verdict = folder.verdict();
    html.line().open("section", "id", "environment").leaf("h2", "Environment");
    html.open("p").text("Judge again from the files of this folder, with the same verdict:").end();
    html.open("pre").leaf("code", "./deltabed check runs/" + folder.name()).end();
    html.open("dl", "class", "facts wide");
    fact("Protocol", CatalogueWords.name(verdict.protocol()));
    fact("Seeded mistake", verdict.variant());
    fact("Crashes promised", "at most " + verdict.crashesMax() + " a run");
    fact("Seed", Long.toString(campaign.seed()));
    fact("Session", campaign.session());
    fact("Started", campaign.startedUtc());
    fact("Campaign", campaign.complete() ? "ended as planned" : "was stopped before its end");
    fact(
        "Testbed",
        folder.testbed().name()
            + ", "
            + Words.count(folder.testbed().n(), "node")
            + ", "
            + Words.count(folder.testbed().bus().baudRate())
            + " baud, frames up to "
            + folder.testbed().bus().frameBytesMax()
            + " bytes, wiring "
            + folder.testbed().hash());
    jitter(campaign.hostJitter());
    fact(
        "Host hiccups",
        verdict.hostHiccups().count() == 0
            ? "none seen"
            : Words.count(verdict.hostHiccups().count())
                + ", the longest "
                + Words.duration(verdict.hostHiccups().maxNs()));
    if (verdict.environment() != null) {
      node("", verdict.environment());
    }
    node("collection", folder.collection());
    html.end().end();
  }

  private void jitter(HostJitter jitter) {
    fact(
        "Host jitter",
        jitter == null
            ? "not measured"
            : "at most "
                + Words.duration(jitter.maxNs())
                + " (99.9 %: "
                + Words.duration(jitter.p999Ns())
                + ") in "
                + Words.count(jitter.samples(), "sample")
                + "; chosen receive jitter "
                + Words.duration(jitter.chosenReceiveJitterNs()));
  }

  private void node(String name, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  node(
                      name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                      field.getValue()));
    } else if (rows++ < ROWS_MAX) {
      fact(name, node.isString() ? node.stringValue() : node.toString());
    }
  }

  private void fact(String name, String value) {
    if (value != null && !value.isEmpty()) {
      html.open("div").leaf("dt", name).leaf("dd", Words.cut(value, 400)).end();
    }
  }
}
