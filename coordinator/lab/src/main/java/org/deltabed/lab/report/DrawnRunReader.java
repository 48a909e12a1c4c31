package org.deltabed.lab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.RunVerdict;
import org.deltabed.trace.BadTrace;
import org.deltabed.trace.JsonLinesReader;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** Streams the traces of one run and keeps what is drawn. */
final class DrawnRunReader {
  private final ReportSource folder;
  private final CampaignRun attempt;
  private final Window window;
  private final DrawnRun trace = new DrawnRun();

  /** How much each process's clock is ahead of the verdict's times. */
  private final Map<Integer, Long> aheadNs = new HashMap<>();

  private DrawnRunReader(ReportSource folder, CampaignRun attempt, Window window) {
    this.folder = folder;
    this.attempt = attempt;
    this.window = window;
  }

  /** Reads up to the first damage of each file, which the diagram then names. */
  static DrawnRun read(ReportSource folder, RunVerdict run, CampaignRun attempt, Window window)
      throws IOException {
    var reader = new DrawnRunReader(folder, attempt, window);
    run.clocks().forEach(clock -> reader.aheadNs.put(clock.process(), clock.offsetNs()));
    for (ReportSource.TraceFile file : folder.tracesOf(run.id())) {
      try (var lines = new JsonLinesReader(file.name(), Files.newInputStream(file.path()))) {
        reader.file(lines, folder.processOf(file.node()));
      } catch (BadTrace e) {
        reader.trace.damage = e.getMessage();
      }
    }
    return reader.trace;
  }

  private void file(JsonLinesReader lines, int process) throws IOException {
    List<Long> messages = new ArrayList<>();
    for (TraceRecord own = lines.next(); own != null; own = lines.next()) {
      String ref = lines.ref();
      TraceRecord record = onLabClock(own, process);
      switch (record.kind()) {
        case RUN_START -> trace.startNs.put(process, record.a());
        case SEND -> {
          if (drawn(record)) {
            slot(record)
                .sendings
                .add(new DrawnRun.Sending(record.peer(), record.a(), record.b(), ref));
          }
        }
        case FRAME -> {
          // The messages that a frame completed follow it, up to the next frame.
          messages = new ArrayList<>();
          if (drawn(record)) {
            slot(record)
                .receptions
                .add(new DrawnRun.Reception(process, record.timeNs(), record.a(), messages, ref));
          }
        }
        case ARRIVE -> messages.add(record.a());
        case HAND ->
            trace.hand(
                process,
                record.a(),
                new DrawnRun.Hand(record.timeNs(), DataText.field(record, "instance"), ref));
        case SILENCE -> {
          if (drawn(record)) {
            slot(record).silent.put(process, ref);
          }
        }
        case LATE -> late(record, process, ref);
        case LINE -> line(record);
        default -> incident(record, process, ref);
      }
    }
  }

  /** As the verdict's times; drift within a run is not to be seen in a drawing. */
  private TraceRecord onLabClock(TraceRecord own, int process) {
    long ahead = aheadNs.getOrDefault(process, 0L);
    if (ahead == 0) {
      return own;
    }
    boolean aIsTime =
        switch (own.kind()) {
          case RUN_START, SEND, FRAME, LATE, FALSE_SUSPICION -> true;
          default -> false;
        };
    return new TraceRecord(
        own.run(),
        own.node(),
        own.boot(),
        own.seq(),
        own.timeNs() - ahead,
        own.kind(),
        own.round(),
        own.slot(),
        own.peer(),
        aIsTime ? own.a() - ahead : own.a(),
        own.b(),
        own.data());
  }

  private void late(TraceRecord record, int process, String ref) {
    if (drawn(record)) {
      slot(record).late.add(new DrawnRun.Lateness(process, record.a(), record.b(), ref));
    } else {
      incident(record, process, ref);
    }
  }

  private void line(TraceRecord record) {
    if (drawn(record)) {
      DrawnRun.Slot slot = slot(record);
      if (slot.lineStartNs == Long.MIN_VALUE) {
        slot.lineStartNs = record.a();
      }
    }
  }

  private void incident(TraceRecord record, int process, String ref) {
    if (IncidentText.isIncident(record) && trace.incidents.size() < DrawnRun.INCIDENTS_MAX) {
      int concerned = process == 0 ? record.peer() : process;
      long timeNs = record.kind() == Kind.LATE ? record.a() : record.timeNs();
      trace.incidents.add(
          new DrawnRun.Incident(concerned, timeNs, record.kind(), IncidentText.of(record), ref));
    }
  }

  private boolean drawn(TraceRecord record) {
    return record.slot() >= 0
        && record.slot() < folder.testbed().n()
        && window.has(record.round() - attempt.startRound());
  }

  private DrawnRun.Slot slot(TraceRecord record) {
    int round = (int) (record.round() - attempt.startRound());
    return trace.slot(round * folder.testbed().n() + record.slot());
  }
}
