package org.deltabed.agent.core;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** Records in memory, with what was forced. */
final class MemoryJournal implements Journal {
  private final int node;
  private final int boot;
  private final List<TraceRecord> records = new ArrayList<>();
  private int forced;

  MemoryJournal(int node, int boot) {
    this.node = node;
    this.boot = boot;
  }

  @Override
  public void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {
    add(kind, round, slot, peer, timeNs, a, b, "");
  }

  @Override
  public void add(
      Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data) {
    long seq = records.size();
    records.add(new TraceRecord("", node, boot, seq, timeNs, kind, round, slot, peer, a, b, data));
  }

  @Override
  public void force() {
    forced = records.size();
  }

  @Override
  public long records() {
    return records.size();
  }

  List<TraceRecord> all() {
    return records;
  }

  List<TraceRecord> of(Kind kind) {
    return records.stream().filter(record -> record.kind() == kind).toList();
  }

  boolean has(Kind kind) {
    return !of(kind).isEmpty();
  }

  int forced() {
    return forced;
  }
}
