package org.deltabed.lab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deltabed.trace.JsonLinesWriter;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** One trace file in the making: every record's place in it is known at once. */
final class TraceFixture {
  final String name;
  private final String run;
  private final int node;
  private final List<TraceRecord> records = new ArrayList<>();

  /** The trace of a node's first boot; node 0 is the witness. */
  TraceFixture(String run, int node) {
    this.name = run + (node == 0 ? "-lab" : "-n" + node + "-b1") + ".jsonl";
    this.run = run;
    this.node = node;
  }

  /** Appends a record and returns its {@code file:line}. */
  String add(Kind kind, long timeNs, int round, int slot, int peer, long a, long b, String data) {
    records.add(
        new TraceRecord(
            run,
            node,
            node == 0 ? 0 : 1,
            records.size(),
            timeNs,
            kind,
            round,
            slot,
            peer,
            a,
            b,
            data));
    return name + ":" + records.size();
  }

  void write(Path folder) throws IOException {
    try (JsonLinesWriter writer = new JsonLinesWriter(folder.resolve(name))) {
      for (TraceRecord record : records) {
        writer.write(record);
      }
    }
  }
}
