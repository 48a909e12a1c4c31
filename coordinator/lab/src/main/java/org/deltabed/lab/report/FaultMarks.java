package org.deltabed.lab.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.Fault;
import org.deltabed.trace.Kind;

/** Injected faults and what went wrong in a run, as marks in its diagram. */
final class FaultMarks {
  private final Html html;
  private final MarkPen pen;
  private final ReportSource folder;
  private final DrawnRun trace;
  private final Geometry geometry;

  FaultMarks(Html html, MarkPen pen, ReportSource folder, DrawnRun trace, Geometry geometry) {
    this.html = html;
    this.pen = pen;
    this.folder = folder;
    this.trace = trace;
    this.geometry = geometry;
  }

  void write(CampaignRun attempt) {
    pauses();
    trace.incidents.forEach(this::incident);
    attempt.faults().forEach(this::planned);
  }

  private void pauses() {
    Map<Integer, Long> since = new LinkedHashMap<>();
    for (DrawnRun.Incident incident : trace.incidents) {
      if (incident.kind() == Kind.PAUSE) {
        since.put(incident.process(), incident.timeNs());
      } else if (incident.kind() == Kind.RESUME && since.containsKey(incident.process())) {
        pen.interval(
            "paused", incident.process(), since.remove(incident.process()), incident.timeNs());
      }
    }
  }

  private void incident(DrawnRun.Incident incident) {
    if (!geometry.shows(incident.process(), incident.timeNs())
        || incident.process() > geometry.n()) {
      return;
    }
    double x = geometry.x(incident.process(), incident.timeNs());
    String at = incident.process() == 0 ? "" : "p" + incident.process() + ": ";
    pen.mark(
        incidentClass(incident.kind()),
        "",
        at + incident.text() + "\n" + pen.since(incident.timeNs()) + "  " + incident.ref(),
        svg -> {
          if (incident.process() == 0) {
            svg.empty(
                "path",
                "class",
                "hiccup",
                "d",
                "M" + Words.at(x) + " " + Words.at(Geometry.TOP) + "l-3.5-6h7z");
            return;
          }
          double y = geometry.y(incident.process());
          switch (incidentClass(incident.kind())) {
            case "fault" -> bolt(x, y + 12, label(incident));
            case "exit" ->
                svg.empty("path", "d", "M" + Words.at(x) + " " + Words.at(y - 5) + "v10");
            default -> alarm(x, y + 12);
          }
        });
  }

  private static String incidentClass(Kind kind) {
    return switch (kind) {
      case LINE_FAULT, POWER_CUT, POWER, PAUSE, CRASH_POINT, PIN -> "fault";
      case EXIT, RESUME -> "exit";
      default -> "alarm";
    };
  }

  private static String label(DrawnRun.Incident incident) {
    return switch (incident.kind()) {
      case LINE_FAULT -> "bus fault";
      case POWER_CUT -> "power cut";
      case POWER -> "switched off";
      case PIN -> incident.text().startsWith("power") ? "power gone" : "CRASH pin";
      case PAUSE -> "paused";
      case CRASH_POINT -> "crash point";
      default -> "fault";
    };
  }

  /** A planned fault is drawn where it was planned if no record shows where it was done. */
  private void planned(Fault fault) {
    int process = folder.processOf(fault.node());
    boolean recorded =
        trace.incidents.stream()
            .anyMatch(i -> i.process() == process && incidentClass(i.kind()).equals("fault"));
    if (recorded
        || process == 0
        || fault.round() < 1
        || !geometry.window().has(fault.round() - 1)) {
      return;
    }
    int slot = fault.slot() < 0 ? process - 1 : fault.slot();
    double x = geometry.xOfSlot((fault.round() - 1.0) * geometry.n() + slot + 0.5);
    pen.mark(
        "fault planned",
        "",
        "planned: " + FaultText.of(fault),
        svg -> bolt(x, geometry.y(process) + 12, FaultText.name(fault)));
  }

  private void bolt(double x, double y, String text) {
    html.empty(
        "path",
        "class",
        "bolt",
        "d",
        "M" + Words.at(x + 1.5) + " " + Words.at(y - 7) + "l-5 8h4l-2 7 6-9h-4l3-6z");
    boolean left = x > geometry.right() - 60;
    pen.label("note", left ? x - 7 : x + 7, y + 7, text, left ? "end" : "start");
  }

  private void alarm(double x, double y) {
    html.empty(
        "path", "class", "tri", "d", "M" + Words.at(x) + " " + Words.at(y - 6) + "l6 11h-12z");
    html.empty(
        "path", "class", "bang", "d", "M" + Words.at(x) + " " + Words.at(y - 2) + "v3.4m0 1.4v.8");
  }
}
