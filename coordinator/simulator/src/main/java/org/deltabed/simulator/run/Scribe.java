package org.deltabed.simulator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** The records of one boot of a node, or of the witness, numbered as they come. */
final class Scribe {
  static final int WITNESS = 0;

  private final int node;
  private final int boot;
  private final Map<String, List<TraceRecord>> files = new TreeMap<>();
  private String run = "";
  private long next;
  private int round = TraceRecord.NONE;
  private int slot = TraceRecord.NONE;
  private long timeNs;

  Scribe(int node, int boot) {
    this.node = node;
    this.boot = boot;
  }

  /** What comes belongs to that run; to none for the empty id. */
  Scribe during(String id) {
    run = id;
    return this;
  }

  Scribe at(long now) {
    return at(now, TraceRecord.NONE, TraceRecord.NONE);
  }

  Scribe at(long now, int inRound, int inSlot) {
    timeNs = now;
    round = inRound;
    slot = inSlot;
    return this;
  }

  Scribe add(Kind kind, int peer, long a, long b, String data) {
    files
        .computeIfAbsent(name(), _ -> new ArrayList<>())
        .add(new TraceRecord(run, node, boot, next++, timeNs, kind, round, slot, peer, a, b, data));
    return this;
  }

  long lastSeq() {
    return next - 1;
  }

  /** How many records of that run there are. */
  long records(String id) {
    return files.values().stream()
        .flatMap(List::stream)
        .filter(record -> record.run().equals(id))
        .count();
  }

  /** By file name. */
  Map<String, List<TraceRecord>> files() {
    return files;
  }

  private String name() {
    String whose = node == WITNESS ? "-lab" : "-n" + node + "-b" + boot;
    return (run.isEmpty() ? "idle" : run) + whose + ".jsonl";
  }
}
