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
  static final int START_ROUND = 40;

  final String name;
  private final int n;
  private final String run;
  private final int node;
  private final List<TraceRecord> records = new ArrayList<>();

  /** The trace of a node's first boot; node 0 is the witness. */
  TraceFixture(String run, int node, int n) {
    this.n = n;
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

  /** A record of the slot at a position counted from the run's start. */
  String frame(Kind kind, long timeNs, int position, int peer, long a, long b) {
    return frame(kind, timeNs, position, peer, a, b, "");
  }

  String frame(Kind kind, long timeNs, int position, int peer, long a, long b, String data) {
    return add(kind, timeNs, START_ROUND + position / n, position % n, peer, a, b, data);
  }

  /** The node's first message is handed to the bus. */
  String hand(long timeNs, String instance) {
    String data = "{\"instance\":\"" + instance + "\"}";
    return add(Kind.HAND, timeNs, TraceRecord.NONE, TraceRecord.NONE, 0, 0, 0, data);
  }

  /** A durable indication of a protocol instance. */
  String event(long timeNs, String instance, String fields) {
    String data = "{\"instance\":\"" + instance + "\",\"direction\":\"indication\"," + fields + "}";
    return add(Kind.EVENT, timeNs, TraceRecord.NONE, TraceRecord.NONE, 0, 0, 1, data);
  }

  void write(Path folder) throws IOException {
    try (JsonLinesWriter writer = new JsonLinesWriter(folder.resolve(name))) {
      for (TraceRecord record : records) {
        writer.write(record);
      }
    }
  }
}
