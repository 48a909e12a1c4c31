package org.deltabed.lab.witness;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/**
 * What the witness sees: line, power, pins, hiccups. Whoever sees something leaves it in a queue
 * without a lock, because the line must not wait for a thread of lower priority; one thread numbers
 * the records in the order of the queue and hands them on.
 */
public final class WitnessLog {

  private static final int WITNESS_NODE = 0;
  private static final int WITNESS_BOOT = 1;
  private static final long LOOK_NS = 2_000_000;

  private final ConcurrentLinkedQueue<Runnable> seen = new ConcurrentLinkedQueue<>();
  private final Consumer<TraceRecord> sink;
  private volatile boolean inRun;
  private boolean handingOn;
  // Only the thread that hands on uses these.
  private String run = "";
  private long seq;
  private long recordsOfRun;

  public WitnessLog(Consumer<TraceRecord> sink) {
    this.sink = sink;
  }

  /**
   * Somebody listens now: what was seen so far, and all that follows, is handed on.
   *
   * @param firstSeq number of the first record; not 0 where a campaign is gone on with
   */
  public synchronized void handOnFromNow(long firstSeq) {
    if (!handingOn) {
      handingOn = true;
      seq = firstSeq;
      Thread.ofPlatform().daemon().name("witness").start(this::handOn);
    }
  }

  private void handOn() {
    while (true) {
      Runnable next = seen.poll();
      if (next == null) {
        LockSupport.parkNanos(LOOK_NS);
      } else {
        next.run();
      }
    }
  }

  /** Begins a run, after it has ended the one before; the empty id only ends. */
  public void run(String id) {
    long nowNs = System.nanoTime();
    inRun = !id.isEmpty();
    seen.add(
        () -> {
          if (!run.isEmpty()) {
            number(Kind.RUN_END, nowNs, TraceRecord.NONE, TraceRecord.NONE, 0, recordsOfRun, 0, "");
          }
          run = id;
          recordsOfRun = 0;
        });
  }

  /** Whether a run is under way; between runs only rare things are recorded. */
  public boolean inRun() {
    return inRun;
  }

  public void record(
      Kind kind, long timeNs, int round, int slot, int peer, long a, long b, String data) {
    seen.add(() -> number(kind, timeNs, round, slot, peer, a, b, data));
  }

  /** A record that belongs to no slot. */
  public void record(Kind kind, long timeNs, int peer, long a, long b, String data) {
    record(kind, timeNs, TraceRecord.NONE, TraceRecord.NONE, peer, a, b, data);
  }

  /** Runs {@code action} after everything recorded so far has been handed on. */
  public void after(Runnable action) {
    seen.add(action);
  }

  private void number(
      Kind kind, long timeNs, int round, int slot, int peer, long a, long b, String data) {
    recordsOfRun++;
    sink.accept(
        new TraceRecord(
            run, WITNESS_NODE, WITNESS_BOOT, seq++, timeNs, kind, round, slot, peer, a, b, data));
  }
}
