package org.deltabed.lab.report;

import org.deltabed.trace.TraceRecord;

/** Records that get a mark of their own in a diagram, and what the mark says. */
final class IncidentText {
  private IncidentText() {}

  static boolean isIncident(TraceRecord record) {
    return switch (record.kind()) {
      case LATE,
          OVERRUN,
          MISSED_SLOT,
          FALSE_SUSPICION,
          MINORITY,
          OVERFLOW,
          HALT,
          CRASH_POINT,
          SPOOL_DAMAGED,
          FAILURE,
          LINE_FAULT,
          POWER_CUT,
          EXIT,
          PAUSE,
          RESUME,
          HICCUP ->
          true;
      case PIN -> isPowerGone(record) || isCrashPin(record);
      case POWER -> DataText.field(record, "state").equals("off");
      default -> false;
    };
  }

  private static boolean isCrashPin(TraceRecord record) {
    return DataText.field(record, "pin").equals("crash") && record.a() == 1;
  }

  private static boolean isPowerGone(TraceRecord record) {
    return DataText.field(record, "pin").equals("sense") && record.a() == 0;
  }

  static String of(TraceRecord record) {
    String data = record.data().isEmpty() ? "" : ": " + DataText.all(record);
    return switch (record.kind()) {
      case LATE -> "frame of p" + record.peer() + " late by " + Words.duration(record.b());
      case OVERRUN -> "step began too late by " + Words.duration(record.a());
      case MISSED_SLOT -> "missed its own slot by " + Words.duration(record.a());
      case FALSE_SUSPICION -> "hears p" + record.peer() + ", which it suspects";
      case MINORITY -> "heard less than a majority and stopped";
      case OVERFLOW -> "a bounded queue was full" + data;
      case HALT -> "halted" + data;
      case CRASH_POINT -> "crash point reached" + data;
      case SPOOL_DAMAGED -> "spool damaged at record " + record.b();
      case FAILURE -> "failure" + data;
      case LINE_FAULT -> "fault on the line" + data;
      case POWER_CUT -> "power cut";
      case EXIT -> "process ended with code " + record.a();
      case PAUSE -> "paused (SIGSTOP)";
      case RESUME -> "resumed (SIGCONT)";
      case PIN -> isPowerGone(record) ? "power gone (SENSE pin)" : "CRASH pin raised";
      case POWER -> switched(record);
      case HICCUP -> "the host stood still for " + Words.duration(record.a());
      default -> record.kind().doc() + data;
    };
  }

  private static String switched(TraceRecord record) {
    String by = DataText.field(record, "by");
    String failed = DataText.field(record, "failed");
    return failed.isEmpty()
        ? "switched off by " + by + ", confirmed by " + DataText.field(record, "confirmedBy")
        : "was to be switched off by " + by + ", which did not confirm: " + failed;
  }
}
