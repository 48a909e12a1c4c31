package org.deltabed.checker;

import org.deltabed.trace.TraceRecord;

/** A record that was kept, and where it is. */
record Seen(TraceRecord record, TraceFile file, long line) {
  String ref() {
    return file.ref(line);
  }

  long timeNs() {
    return record.timeNs();
  }

  int peer() {
    return record.peer();
  }
}
