package org.deltabed.lab.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.CrashFinding;
import org.deltabed.checker.Decision;
import org.deltabed.checker.Fault;
import org.deltabed.checker.Reason;
import org.deltabed.checker.RunVerdict;
import org.deltabed.checker.Suspicion;
import org.deltabed.checker.Verdict;
import org.deltabed.trace.Kind;

/** What happened beside the frames: crashes, pauses, faults, incidents, suspicions, decisions. */
final class Marks {
  private final Html html;
  private final RecordLinks links;
  private final RunVerdict run;
  private final CampaignRun attempt;
  private final RunFolder folder;
  private final RunTrace trace;
  private final Geometry geometry;

  Marks(
      Html html,
      RecordLinks links,
      RunVerdict run,
      CampaignRun attempt,
      RunFolder folder,
      RunTrace trace,
      Geometry geometry) {
    this.html = html;
    this.links = links;
    this.run = run;
    this.attempt = attempt;
    this.folder = folder;
    this.trace = trace;
    this.geometry = geometry;
  }

  void write() {
    pauses();
    run.crashes().forEach(this::crash);
    trace.incidents.forEach(this::incident);
    attempt.faults().forEach(this::planned);
    run.suspicions().forEach(this::suspicion);
    decisions();
    run.reasons().stream()
        .filter(reason -> reason.verdict() != Verdict.PASS && reason.timeNs() != 0)
        .findFirst()
        .ifPresent(this::reason);
  }

  private void pauses() {
    Map<Integer, Long> since = new LinkedHashMap<>();
    for (RunTrace.Incident incident : trace.incidents) {
      if (incident.kind() == Kind.PAUSE) {
        since.put(incident.process(), incident.timeNs());
      } else if (incident.kind() == Kind.RESUME && since.containsKey(incident.process())) {
        interval("paused", incident.process(), since.remove(incident.process()), incident.timeNs());
      }
    }
  }

  private void crash(CrashFinding crash) {
    if (crash.process() < 1 || crash.process() > geometry.n()) {
      return;
    }
    double x = geometry.x(0, crash.firstProofNs());
    double y = geometry.y(crash.process());
    mark(
        "crash",
        crash.firstProof(),
        "p"
            + crash.process()
            + " crashed between "
            + since(crash.lastSignNs())
            + " and "
            + since(crash.firstProofNs())
            + "\nlast sign of life: "
            + crash.lastSign()
            + "\nfirst proof of death: "
            + crash.firstProof(),
        svg -> {
          interval("evidence", crash.process(), crash.lastSignNs(), crash.firstProofNs());
          svg.empty(
              "path",
              "class",
              "x",
              "d",
              "M" + Words.at(x - 5) + " " + Words.at(y - 5) + "l10 10m-10 0l10-10");
          label("note", x + 9, y - 7, "crashed", "start");
        });
  }

  private void interval(String cssClass, int process, long fromNs, long toNs) {
    double from = geometry.x(0, fromNs);
    double width = Math.max(3, geometry.x(0, toNs) - from);
    html.empty(
        "rect",
        "class",
        cssClass,
        "x",
        Words.at(from),
        "y",
        Words.at(geometry.y(process) - 11),
        "width",
        Words.at(width),
        "height",
        "22");
  }

  private void incident(RunTrace.Incident incident) {
    if (!geometry.shows(incident.process(), incident.timeNs())
        || incident.process() > geometry.n()) {
      return;
    }
    double x = geometry.x(incident.process(), incident.timeNs());
    String at = incident.process() == 0 ? "" : "p" + incident.process() + ": ";
    mark(
        incidentClass(incident.kind()),
        "",
        at + incident.text() + "\n" + since(incident.timeNs()) + "  " + incident.ref(),
        svg -> {
          if (incident.process() == 0) {
            svg.empty(
                "path",
                "class",
                "hiccup",
                "d",
                "M" + Words.at(x) + " " + Words.at(Geometry.TOP) + "v-7l-3-5h6l-3 5");
            return;
          }
          double y = geometry.y(incident.process());
          switch (incidentClass(incident.kind())) {
            case "fault" -> bolt(x, y + 12, label(incident.kind()));
            case "exit" ->
                svg.empty("path", "d", "M" + Words.at(x) + " " + Words.at(y - 5) + "v10");
            default -> alarm(x, y + 12);
          }
        });
  }

  private static String incidentClass(Kind kind) {
    return switch (kind) {
      case LINE_FAULT, POWER_CUT, PAUSE, CRASH_POINT, PIN -> "fault";
      case EXIT, RESUME -> "exit";
      default -> "alarm";
    };
  }

  private static String label(Kind kind) {
    return switch (kind) {
      case LINE_FAULT -> "bus fault";
      case POWER_CUT -> "power cut";
      case PAUSE -> "paused";
      case CRASH_POINT -> "crash point";
      default -> "CRASH pin";
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
    mark(
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
    label("note", left ? x - 7 : x + 7, y + 7, text, left ? "end" : "start");
  }

  private void alarm(double x, double y) {
    html.empty(
        "path", "class", "tri", "d", "M" + Words.at(x) + " " + Words.at(y - 6) + "l6 11h-12z");
    html.empty(
        "path", "class", "bang", "d", "M" + Words.at(x) + " " + Words.at(y - 2) + "v3.4m0 1.4v.8");
  }

  private void suspicion(Suspicion suspicion) {
    if (!geometry.shows(suspicion.by(), suspicion.timeNs())) {
      return;
    }
    double x = geometry.x(suspicion.by(), suspicion.timeNs());
    double y = geometry.y(suspicion.by());
    String when =
        suspicion.detectionNs() < 0
            ? "no crash explains it"
            : Words.duration(suspicion.detectionNs()) + " after the last sign of life";
    mark(
        suspicion.detectionNs() < 0 ? "suspicion false" : "suspicion",
        suspicion.ref(),
        "p"
            + suspicion.by()
            + " suspects p"
            + suspicion.of()
            + "\n"
            + Words.since(geometry.sinceNs(suspicion.by(), suspicion.timeNs()))
            + ", "
            + when
            + "\n"
            + suspicion.ref(),
        svg -> {
          svg.empty(
              "path",
              "d",
              "M" + Words.at(x) + " " + Words.at(y - 5.5) + "l5.5 5.5-5.5 5.5-5.5-5.5z");
          label("note", x, y + 17, "†p" + suspicion.of(), "middle");
        });
  }

  /** Equal values look alike; a second value has another shape and says that it differs. */
  private void decisions() {
    String firstValue = run.decisions().isEmpty() ? "" : run.decisions().getFirst().value();
    for (Decision decision : run.decisions()) {
      if (!geometry.shows(decision.process(), decision.timeNs())) {
        continue;
      }
      boolean same = decision.value().equals(firstValue);
      String text = (same ? "" : "≠ ") + Words.cut(decision.value(), 9);
      double x = geometry.x(decision.process(), decision.timeNs());
      double y = geometry.y(decision.process());
      double width = 12 + 7.2 * text.codePointCount(0, text.length());
      double left = Math.min(x - 6, geometry.width() - width - 1);
      mark(
          same ? "decision" : "decision other",
          decision.ref(),
          "p"
              + decision.process()
              + " decides "
              + Words.cut(decision.value(), 200)
              + "\n"
              + Words.since(geometry.sinceNs(decision.process(), decision.timeNs()))
              + ", slot "
              + decision.slot()
              + "\n"
              + decision.ref(),
          svg -> {
            svg.empty(
                "path",
                "class",
                "stem",
                "d",
                "M" + Words.at(x) + " " + Words.at(y - 10) + "V" + Words.at(y));
            svg.empty("circle", "cx", Words.at(x), "cy", Words.at(y), "r", "4.5");
            svg.empty(
                "rect",
                "x",
                Words.at(left),
                "y",
                Words.at(y - 23),
                "width",
                Words.at(width),
                "height",
                "15",
                "rx",
                same ? "7.5" : "1");
            label("value", left + width / 2, y - 11.8, text, "middle");
          });
    }
  }

  private void reason(Reason reason) {
    int process = folder.processOf(reason.node());
    if (!geometry.shows(process, reason.timeNs())) {
      return;
    }
    double x = geometry.x(process, reason.timeNs());
    VerdictWords words = VerdictWords.of(reason.verdict());
    mark(
        "reason " + words.cssClass(),
        reason.ref(),
        reason.rule() + ": " + reason.text() + "\n" + reason.ref(),
        svg -> {
          svg.empty("path", "d", "M" + Words.at(x) + " 22V" + Words.at(geometry.lanesEnd()));
          boolean left = x > geometry.right() - 150;
          label(
              "flag",
              left ? x - 5 : x + 5,
              27,
              "✕ " + Words.cut(reason.rule(), 32),
              left ? "end" : "start");
        });
  }

  private void mark(String cssClass, String ref, String title, Consumer<Html> drawing) {
    String target = ref.isEmpty() ? null : links.target(ref);
    html.open(target == null ? "g" : "a", "class", cssClass, "href", target);
    html.leaf("title", title);
    drawing.accept(html);
    html.end();
  }

  private void label(String cssClass, double x, double y, String text, String anchor) {
    html.leaf(
        "text", text, "class", cssClass, "x", Words.at(x), "y", Words.at(y), "text-anchor", anchor);
  }

  private String since(long timeNs) {
    return Words.since(geometry.sinceNs(0, timeNs));
  }
}
