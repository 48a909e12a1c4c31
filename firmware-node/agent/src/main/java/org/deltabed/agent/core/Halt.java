package org.deltabed.agent.core;

import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** Records why a node stops by its own rule. */
public final class Halt {
  private Halt() {}

  /** Appends a HALT record, forces it to disk, and returns what is to be thrown. */
  public static Halted because(Journal journal, long nowNs, String reason) {
    record(journal, Kind.HALT, nowNs, reason);
    return new Halted(Halted.FAIL_SILENT, reason);
  }

  /** The same for an exception that nobody expected. */
  public static Halted because(Journal journal, long nowNs, Throwable failure) {
    StringBuilder text = new StringBuilder(failure.toString());
    StackTraceElement[] trace = failure.getStackTrace();
    for (int i = 0; i < trace.length && i < 8; i++) {
      text.append(" at ").append(trace[i]);
    }
    addText(journal, Kind.FAILURE, nowNs, "text", text.toString());
    return because(journal, nowNs, "failure: " + failure.getClass().getName());
  }

  private static void record(Journal journal, Kind kind, long nowNs, String reason) {
    addText(journal, kind, nowNs, "reason", reason);
    journal.force();
  }

  static void addText(Journal journal, Kind kind, long nowNs, String name, String text) {
    journal.add(kind, TraceRecord.NONE, TraceRecord.NONE, 0, nowNs, 0, 0, Json.object(name, text));
  }
}
