package org.deltabed.lab.collect;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** The records of one boot of one node, written in the order of their numbers. */
final class BootTrace {

  private final int node;
  private final int boot;
  private final TraceFolder folder;
  private final TreeMap<Long, TraceRecord> held = new TreeMap<>();
  private final Set<String> begunRuns = new HashSet<>();
  private final Set<String> endedRuns = new HashSet<>();

  BootTrace(int node, int boot, TraceFolder folder) {
    this.node = node;
    this.boot = boot;
    this.folder = folder;
  }

  /**
   * Takes a record that was not here before.
   *
   * @param nextSeq the first number that is still missing
   */
  void take(TraceRecord record, long nextSeq) throws IOException {
    if (held.isEmpty() && record.seq() < nextSeq) {
      write(record); // the usual case: nothing is missing
      return;
    }
    held.put(record.seq(), record);
    while (!held.isEmpty() && held.firstKey() < nextSeq) {
      write(held.pollFirstEntry().getValue());
    }
  }

  /** Writes what waits behind gaps. */
  void giveUpGaps() throws IOException {
    for (Map.Entry<Long, TraceRecord> entry = held.pollFirstEntry();
        entry != null;
        entry = held.pollFirstEntry()) {
      write(entry.getValue());
    }
  }

  /** How many records wait behind a gap. */
  int waiting() {
    return held.size();
  }

  /** Whether everything up to the end of that run has been written. */
  boolean ended(String run) {
    return endedRuns.contains(run);
  }

  /** Whether the beginning of that run has been written. */
  boolean began(String run) {
    return begunRuns.contains(run);
  }

  private void write(TraceRecord record) throws IOException {
    folder.write(node, boot, record);
    if (record.kind() == Kind.RUN_START) {
      begunRuns.add(record.run());
    }
    if (record.kind() == Kind.RUN_END) {
      endedRuns.add(record.run());
    }
  }
}
