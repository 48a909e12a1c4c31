package org.deltabed.simulator.timed;

import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/** What the witness sees of a run: the line, and power and programs that end. */
final class TimedWitness {
  private static final int SIGKILL = 137;

  private final VirtualTime time;
  private final List<TraceRecord> records;
  private String run = "";
  private long seq;
  private long recordsOfRun;

  TimedWitness(VirtualTime time, List<TraceRecord> records) {
    this.time = time;
    this.records = records;
  }

  /** From now on, what is seen is of this run. */
  void begin(String id) {
    run = id;
  }

  void passed(Transmission transmission) {
    if (!run.isEmpty()) {
      boolean frame = transmission.whole() && !transmission.garbled;
      int round = frame ? transmission.round : TraceRecord.NONE;
      int slot = frame ? transmission.process - 1 : TraceRecord.NONE;
      long startNs = transmission.startNs();
      add(Kind.LINE, round, slot, transmission.process, startNs, transmission.endNs());
    }
  }

  /** A cut that is seen to the nanosecond. */
  void cut(int process) {
    add(Kind.POWER_CUT, process, time.nowNs(), time.nowNs());
    exit(process, SIGKILL);
  }

  void exit(int process, int code) {
    add(Kind.EXIT, process, code, time.nowNs());
  }

  void powerOn(int process) {
    add(Kind.POWER_ON, process, time.nowNs(), 0);
  }

  void end() {
    add(Kind.RUN_END, 0, recordsOfRun, 0);
    run = "";
  }

  private void add(Kind kind, int peer, long a, long b) {
    add(kind, TraceRecord.NONE, TraceRecord.NONE, peer, a, b);
  }

  private void add(Kind kind, int round, int slot, int peer, long a, long b) {
    recordsOfRun++;
    records.add(new TraceRecord(run, 0, 1, seq++, time.nowNs(), kind, round, slot, peer, a, b, ""));
  }
}
