package org.deltabed.simulator.timed;

import java.util.List;
import org.deltabed.agent.core.Journal;
import org.deltabed.trace.Kind;
import org.deltabed.trace.RunAttribution;
import org.deltabed.trace.TraceRecord;

/**
 * A node's records. Times are written as the line's: the one clock on which the times of different
 * nodes can be compared, which no checker of a real testbed with clocks of their own ever has.
 */
final class TimedJournal implements Journal {
  private final int node;
  private final int boot;
  private final DriftingClock clock;
  private final List<TraceRecord> records;
  private final RunAttribution runs = new RunAttribution();
  private long seq;

  TimedJournal(int node, int boot, DriftingClock clock, List<TraceRecord> records) {
    this.node = node;
    this.boot = boot;
    this.clock = clock;
    this.records = records;
  }

  @Override
  public void add(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {
    add(kind, round, slot, peer, timeNs, a, b, "");
  }

  @Override
  public void add(
      Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data) {
    long lineNs = clock.lineNs(timeNs);
    long first =
        switch (kind) {
          case RUN_START, SEND, FRAME, LATE, FALSE_SUSPICION ->
              a == timeNs ? lineNs : clock.lineNs(a);
          default -> a;
        };
    records.add(
        new TraceRecord(
            runs.of(kind, data),
            node,
            boot,
            seq++,
            lineNs,
            kind,
            round,
            slot,
            peer,
            first,
            b,
            data));
  }

  /** Nothing is lost with the power: what was recorded counts. */
  @Override
  public void force() {}

  @Override
  public long records() {
    return seq;
  }
}
