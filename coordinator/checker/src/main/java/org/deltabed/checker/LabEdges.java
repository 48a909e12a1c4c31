package org.deltabed.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.trace.TraceRecord;

/** What the lab's witness says that a node's clock can be compared with, over a whole campaign. */
final class LabEdges implements TraceReading.Listener {
  /** An edge of the SYNC wire: when it was driven, at the earliest and at the latest. */
  record Driven(long earliestNs, long latestNs, long level) {
    long middleNs() {
      return earliestNs + Durations.between(earliestNs, latestNs) / 2;
    }
  }

  /** An edge of an ALIVE line. */
  record Alive(long timeNs, long level) {}

  /** When a frame was on the line: not before, and gone by. */
  record OnLine(long startNs, long endNs) {
    OnLine with(OnLine other) {
      return new OnLine(Math.min(startNs, other.startNs), Math.max(endNs, other.endNs));
    }
  }

  /** A frame of a run. */
  record FrameKey(int sender, int round, int slot) implements Comparable<FrameKey> {
    private static final Comparator<FrameKey> ORDER =
        Comparator.comparingInt(FrameKey::sender)
            .thenComparingInt(FrameKey::round)
            .thenComparingInt(FrameKey::slot);

    @Override
    public int compareTo(FrameKey other) {
      return ORDER.compare(this, other);
    }
  }

  /** Driven more slowly, an edge tells little, and would stand for many in comparing them. */
  private static final long DRIVE_NS_MAX = 1_000_000;

  private final List<Driven> driven = new ArrayList<>();
  private final Map<Integer, List<Alive>> alive = new TreeMap<>();

  /** Of the run that is being read. */
  private final Map<FrameKey, OnLine> lines = new TreeMap<>();

  @Override
  public void record(TraceRecord record, long line) {
    switch (record.kind()) {
      case SYNC_OUT -> {
        if (Durations.between(record.a(), record.b()) <= DRIVE_NS_MAX) {
          driven.add(new Driven(record.a(), record.b(), level(record)));
        }
      }
      case PIN -> {
        if (WitnessTrace.isPin(record, "alive")) {
          alive
              .computeIfAbsent(record.peer(), _ -> new ArrayList<>())
              .add(new Alive(record.timeNs(), record.a()));
        }
      }
      case LINE -> {
        if (record.round() != TraceRecord.NONE) {
          lines.merge(
              new FrameKey(record.peer(), record.round(), record.slot()),
              new OnLine(record.a(), record.b()),
              OnLine::with);
        }
      }
      default -> {}
    }
  }

  private static long level(TraceRecord record) {
    return record.data().replace(" ", "").contains("\"level\":1") ? 1 : 0;
  }

  /** Forgets the frames of the run that was read last. */
  void nextRun() {
    lines.clear();
  }

  /** When a frame of the run was on the line, or null. */
  OnLine line(int sender, int round, int slot) {
    return lines.get(new FrameKey(sender, round, slot));
  }

  /** To be called when all was read. */
  void sort() {
    driven.sort(Comparator.comparingLong(Driven::middleNs));
    alive.values().forEach(edges -> edges.sort(Comparator.comparingLong(Alive::timeNs)));
  }

  List<Driven> driven() {
    return driven;
  }

  SyncAlignment.Edges sync() {
    long widestNs =
        driven.stream().mapToLong(edge -> edge.latestNs - edge.earliestNs).max().orElse(0);
    return new SyncAlignment.Edges(
        driven.stream().mapToLong(Driven::middleNs).toArray(),
        driven.stream().mapToLong(Driven::level).toArray(),
        Math.clamp(widestNs, 0, ClockOffset.UNKNOWN_NS));
  }

  /** Edges of the ALIVE line of a process, in the order of time. */
  List<Alive> alive(int process) {
    return alive.getOrDefault(process, List.of());
  }
}
