package org.deltabed.lab.report;

import java.util.Locale;
import org.deltabed.checker.CampaignVerdict;
import org.deltabed.checker.DelayStatistics;
import org.deltabed.wiring.BusSpec;
import org.deltabed.wiring.Timing;

/** Every measured delay against δ, how δ comes about, and what the measurement supports. */
final class DelaySection {
  private final Html html;
  private final ReportSource folder;
  private final RecordLinks links;
  private final CampaignVerdict verdict;

  DelaySection(Html html, ReportSource folder, RecordLinks links) {
    this.html = html;
    this.folder = folder;
    this.links = links;
    this.verdict = folder.verdict();
  }

  void write() {
    html.line().open("section", "id", "delay").leaf("h2", "Delay against δ");
    DelayStatistics delays = verdict.delays();
    if (delays.count() == 0) {
      html.leaf("p", "No delay was measured in a run that counts.");
    } else {
      measured(delays);
      new DelayChart(html, verdict).write();
    }
    bound();
    claim();
    html.end();
  }

  private void measured(DelayStatistics delays) {
    html.open("p");
    html.text(
        Words.count(delays.messages(), "message")
            + " were timed from being handed to the bus to their delivery, and "
            + Words.count(delays.frames(), "frame")
            + " in the worst case, that of a message handed over right after its sender had"
            + " composed the frame before. The longest delay is "
            + Words.duration(verdict.maxDelayNs())
            + Words.uncertainty(verdict.delayUncertaintyNs()));
    if (!delays.maxRef().isEmpty()) {
      html.text(" (");
      links.text(html, delays.maxRef());
      html.text(")");
    }
    long marginNs = verdict.deltaNs() - verdict.maxDelayNs();
    html.text(
        marginNs >= 0
            ? ", which leaves a margin of "
                + Words.duration(marginNs)
                + ", "
                + Words.percent(marginNs, verdict.deltaNs())
                + " of δ."
            : ", beyond δ by " + Words.duration(-marginNs) + ".");
    if (verdict.delayUncertaintyNs() != null) {
      html.text(" Each delay is between two clocks and carries what is not known of both (");
      html.leaf("a", "Clocks", "href", "#clocks");
      html.text("): at most ± " + Words.duration(verdict.delayUncertaintyNs()) + ".");
    }
    html.end();
  }

  private void bound() {
    Timing timing = folder.timing();
    BusSpec bus = folder.testbed().bus();
    html.open("p", "class", "formula").leaf("b", "δ = " + Words.duration(verdict.deltaNs()));
    html.text(
        " is computed from the wiring: a cycle of "
            + Words.duration(timing.cycleNs())
            + " + turnaround "
            + Words.duration(bus.turnaroundNs())
            + " + "
            + (bus.subFrames() == 1 ? "the longest frame " : bus.subFrames() + " longest frames ")
            + Words.duration(timing.burstNs())
            + " + receive jitter "
            + Words.duration(bus.receiveJitterNs())
            + ". A message waits at most one cycle for its sender's slot.");
    html.end();
  }

  private void claim() {
    long timed = verdict.reliability().timed();
    html.open("div", "class", "claim").leaf("h3", "What this supports");
    if (timed == 0) {
      html.leaf("p", "Nothing was timed, so nothing is claimed.");
    } else if (verdict.reliability().late() > 0) {
      html.leaf(
          "p",
          Words.count(verdict.reliability().late())
              + " of "
              + Words.count(timed)
              + " timed deliveries were late: δ is not a bound on this testbed as it ran.");
    } else {
      double bound = verdict.reliability().upperBound95();
      html.open("p").text("None of ").leaf("b", Words.count(timed));
      html.text(" timed deliveries was late. So, with 95 % confidence, a delivery is late with a");
      html.text(" probability below 3/n = ");
      html.leaf("b", String.format(Locale.ROOT, "%.2g", bound));
      html.text(", about one in " + Words.count(Math.round(1 / bound)) + " (the rule of three).")
          .end();
    }
    html.leaf(
        "p",
        "This assumes that deliveries are late independently of each other and all with the same"
            + " probability, on this machine, with this wiring and under this load. It says nothing"
            + " of conditions that the campaign did not meet, and lateness that comes in bursts, as"
            + " that of a busy host does, makes the true bound weaker.",
        "class",
        "note");
    html.end();
  }
}
