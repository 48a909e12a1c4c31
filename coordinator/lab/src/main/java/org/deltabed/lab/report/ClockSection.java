package org.deltabed.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.checker.ClockFinding;
import org.deltabed.checker.RunVerdict;

/** How each node's clock stood to the lab's; nothing where all share one clock. */
final class ClockSection {
  private final Html html;
  private final ReportSource folder;

  ClockSection(Html html, ReportSource folder) {
    this.html = html;
    this.folder = folder;
  }

  void write() {
    List<List<ClockFinding>> boots = boots();
    if (boots.isEmpty()) {
      return;
    }
    html.line().open("section", "id", "clocks").leaf("h2", "Clocks");
    html.leaf("p", "Every node has a clock of its own. " + evidence(boots) + reading());
    html.open("div", "class", "scroll", "tabindex", "0").open("table").open("thead").open("tr");
    for (String head :
        List.of(
            "Node",
            "Ahead of the lab's clock by",
            "ε at most",
            "Drift",
            "SYNC edges",
            "ALIVE edges")) {
      html.leaf("th", head, "scope", "col");
    }
    html.end().end().open("tbody");
    boots.forEach(this::row);
    html.end().end().end().end();
  }

  private static String evidence(List<List<ClockFinding>> boots) {
    boolean synced = boots.stream().flatMap(List::stream).anyMatch(clock -> clock.syncEdges() > 0);
    return synced
        ? "The lab drives one SYNC wire to all of them at irregular times, and both ends stamp each"
            + " edge; edges of ALIVE lines, and frames that the lab heard as well, narrow what is"
            + " left."
        : "No edge of a SYNC wire was recorded: what is known of the clocks is from edges of ALIVE"
            + " lines, and from frames that the lab heard as well.";
  }

  private String reading() {
    return " From one to the next, two clocks may drift apart by "
        + 2 * folder.testbed().clock().driftPpmMax()
        + " ppm. All times in this report are on the lab's clock. ε says by how much a time of that"
        + " node may be wrong; a delay between two nodes carries the ε of both.";
  }

  /** What each boot's clock was in the runs that count, by node and boot. */
  private List<List<ClockFinding>> boots() {
    Map<Integer, Map<Integer, List<ClockFinding>>> byNode = new TreeMap<>();
    for (RunVerdict run : folder.verdict().runs()) {
      for (ClockFinding clock : run.counts() ? run.clocks() : List.<ClockFinding>of()) {
        byNode
            .computeIfAbsent(clock.node(), node -> new TreeMap<>())
            .computeIfAbsent(clock.boot(), boot -> new ArrayList<>())
            .add(clock);
      }
    }
    return byNode.values().stream().flatMap(boots -> boots.values().stream()).toList();
  }

  private void row(List<ClockFinding> runs) {
    ClockFinding first = runs.getFirst();
    html.line().open("tr").open("th", "scope", "row").text("p" + first.process());
    html.leaf("small", " node " + first.node() + ", boot " + first.boot()).end();
    boolean known = runs.stream().allMatch(ClockFinding::known);
    if (!known) {
      html.leaf("td", "✕ not known", "class", "no").leaf("td", "–").leaf("td", drift(first));
    } else {
      long epsilonNs = runs.stream().mapToLong(ClockFinding::uncertaintyNs).max().orElse(0);
      String seconds = String.format(Locale.ROOT, "%+,.6f\u00a0s", first.offsetNs() / 1e9);
      html.leaf("td", seconds, "class", "num");
      html.leaf("td", "± " + Words.duration(epsilonNs), "class", "num");
      html.leaf("td", drift(first), "class", "num");
    }
    html.leaf("td", syncs(first), "class", "num");
    html.leaf("td", Words.count(first.aliveEdges()), "class", "num");
    html.end();
  }

  private static String drift(ClockFinding clock) {
    return clock.driftErrorPpm() == 0
        ? "–"
        : String.format(Locale.ROOT, "%+.1f ± %.1f ppm", clock.driftPpm(), clock.driftErrorPpm());
  }

  private static String syncs(ClockFinding clock) {
    return clock.syncEdges() == clock.syncEdgesSeen()
        ? Words.count(clock.syncEdges())
        : Words.count(clock.syncEdges()) + " of " + Words.count(clock.syncEdgesSeen()) + " fit";
  }
}
