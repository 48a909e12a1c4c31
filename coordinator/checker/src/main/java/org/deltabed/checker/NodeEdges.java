package org.deltabed.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deltabed.trace.TraceRecord;

/** What one boot of a node says of times that the lab knows as well, over a whole campaign. */
final class NodeEdges {
  /** An edge of the SYNC wire on the node's clock. */
  record Sync(long timeNs, long level) {}

  /** An edge of its ALIVE line, between two readings. */
  record Alive(long beforeNs, long afterNs, long level) {}

  private final int process;
  private final List<Sync> syncs = new ArrayList<>();
  private final List<Alive> alives = new ArrayList<>();
  private final List<ClockOffset.Known> frames = new ArrayList<>();

  NodeEdges(int process) {
    this.process = process;
  }

  /** Takes what one file says; {@code lab} has read the witness's file of the same run. */
  void read(TraceFile file, LabEdges lab) {
    OfRun run = new OfRun(lab);
    TraceReading.read(file, run);
    frames.addAll(run.known());
  }

  /** Takes SYNC and ALIVE edges that never were in a file. */
  TraceReading.Listener ofRun(LabEdges lab) {
    return new OfRun(lab);
  }

  /** To be called when all was read. */
  void sort() {
    syncs.sort(Comparator.comparingLong(Sync::timeNs));
    alives.sort(Comparator.comparingLong(Alive::afterNs));
  }

  int process() {
    return process;
  }

  List<Sync> syncs() {
    return syncs;
  }

  List<Alive> alives() {
    return alives;
  }

  /**
   * What frames say that both sides saw: one is composed before it has left the line, and arrives
   * after it began. Of a run only the tightest of each count.
   */
  List<ClockOffset.Known> frames() {
    return frames;
  }

  SyncAlignment.Edges sync() {
    return new SyncAlignment.Edges(
        syncs.stream().mapToLong(Sync::timeNs).toArray(),
        syncs.stream().mapToLong(Sync::level).toArray(),
        0);
  }

  /** The records of one file. */
  private final class OfRun implements TraceReading.Listener {
    private final LabEdges lab;
    private ClockOffset.Known low;
    private ClockOffset.Known high;

    OfRun(LabEdges lab) {
      this.lab = lab;
    }

    @Override
    public void record(TraceRecord record, long line) {
      switch (record.kind()) {
        case SYNC -> syncs.add(new Sync(record.timeNs(), record.a()));
        case ALIVE -> alives.add(new Alive(record.a(), record.b(), record.round() & 1));
        case SEND -> sent(record, lab.line(process, record.round(), record.slot()));
        case FRAME -> arrived(record, lab.line(record.peer(), record.round(), record.slot()));
        default -> {}
      }
    }

    private void sent(TraceRecord record, LabEdges.OnLine onLine) {
      if (onLine != null) {
        long leastNs = Durations.between(onLine.endNs(), record.a());
        if (low == null || leastNs > low.lowNs()) {
          low = new ClockOffset.Known(record.a(), leastNs, ClockOffset.UNKNOWN_NS);
        }
      }
    }

    private void arrived(TraceRecord record, LabEdges.OnLine onLine) {
      if (onLine != null) {
        long mostNs = Durations.between(onLine.startNs(), record.a());
        if (high == null || mostNs < high.highNs()) {
          high = new ClockOffset.Known(record.a(), -ClockOffset.UNKNOWN_NS, mostNs);
        }
      }
    }

    /** Only both together bound the offset. */
    private List<ClockOffset.Known> known() {
      return low == null || high == null ? List.of() : List.of(low, high);
    }
  }
}
