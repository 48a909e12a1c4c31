package org.deltabed.lab.virtual;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/**
 * What the witness sees: line, power, pins, hiccups. Records are numbered in the order in which
 * they are made, by any thread, and handed on by a thread of their own, because the bus must not
 * wait for anybody.
 */
final class WitnessLog {

  private static final int WITNESS_NODE = 0;
  private static final int WITNESS_BOOT = 1;

  private final LinkedBlockingQueue<Runnable> outgoing = new LinkedBlockingQueue<>();
  private final Consumer<TraceRecord> sink;
  private String run = "";
  private long seq;
  private long recordsOfRun;
  private boolean handingOn;

  WitnessLog(Consumer<TraceRecord> sink) {
    this.sink = sink;
  }

  /** Somebody listens now: what was seen so far, and all that follows, is handed on. */
  synchronized void handOnFromNow() {
    if (!handingOn) {
      handingOn = true;
      Thread.ofPlatform().daemon().name("witness").start(this::handOn);
    }
  }

  private void handOn() {
    try {
      while (true) {
        outgoing.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins a run, after it has ended the one before; the empty id only ends. */
  synchronized void run(String id) {
    if (!run.isEmpty()) {
      record(Kind.RUN_END, System.nanoTime(), 0, recordsOfRun, 0, "");
    }
    run = id;
    recordsOfRun = 0;
  }

  /** Whether a run is under way; between runs only rare things are recorded. */
  synchronized boolean inRun() {
    return !run.isEmpty();
  }

  synchronized void record(
      Kind kind, long timeNs, int round, int slot, int peer, long a, long b, String data) {
    TraceRecord record =
        new TraceRecord(
            run, WITNESS_NODE, WITNESS_BOOT, seq++, timeNs, kind, round, slot, peer, a, b, data);
    recordsOfRun++;
    outgoing.add(() -> sink.accept(record));
  }

  /** A record that belongs to no slot. */
  void record(Kind kind, long timeNs, int peer, long a, long b, String data) {
    record(kind, timeNs, TraceRecord.NONE, TraceRecord.NONE, peer, a, b, data);
  }

  /** Runs {@code action} after everything recorded so far has been handed on. */
  void after(Runnable action) {
    outgoing.add(action);
  }
}
