package org.deltabed.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps one spare segment ready, so that the writer never waits for the disk: a thread of its own
 * makes the next one, forces and unmaps the one before, and deletes those that were released.
 */
final class SegmentSupply {
  private static final long IDLE_NS = 100_000_000;

  private final SpoolFolder folder;
  private final int boot;
  private final SpoolLimits limits;
  private final AtomicReference<Segment> spare = new AtomicReference<>();
  private final AtomicReference<Segment> retired = new AtomicReference<>();
  private final ArrayDeque<Segment> kept = new ArrayDeque<>();
  private final Thread thread;
  private volatile SpoolFailed failure;
  private volatile boolean full;
  private volatile boolean closed;
  private final AtomicLong releasedSeq = new AtomicLong();
  private int nextIndex;

  /** Makes the first segment itself and starts the thread, which makes the second. */
  SegmentSupply(SpoolFolder folder, int boot, SpoolLimits limits) {
    this.folder = folder;
    this.boot = boot;
    this.limits = limits;
    spare.set(make());
    thread = Thread.ofPlatform().daemon().name("spool-segments").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /**
   * The spare, or null while it is not ready or the segment before is not yet forced; then see
   * {@link #check}.
   */
  Segment take(Segment previous) {
    Segment next = spare.get();
    if (next == null || retired.get() != null) {
      return null;
    }
    retired.set(previous);
    spare.set(null);
    LockSupport.unpark(thread);
    return next;
  }

  /** Whether all segments but the current one are forced. */
  boolean isSettled() {
    return retired.get() == null;
  }

  /** Throws if a segment could not be made or forced. */
  void checkDisk() {
    SpoolFailed failed = failure;
    if (failed != null) {
      throw new SpoolFailed(failed.reason(), failed.getMessage(), failed);
    }
  }

  /** Throws if there will be no further segment. */
  void check() {
    checkDisk();
    if (full && spare.get() == null) {
      throw new SpoolFailed(
          SpoolFailed.Reason.SPOOL_FULL, limits + " and nothing was released", null);
    }
  }

  /** Records before {@code seq} are safe elsewhere: whole segments of them may go. */
  void release(long seq) {
    releasedSeq.accumulateAndGet(seq, Math::max);
    LockSupport.unpark(thread);
  }

  /**
   * Stops the thread, in bounded time but for the disk's own; a spare that was never used is
   * deleted.
   */
  void close() {
    closed = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    Segment unused = spare.getAndSet(null);
    if (unused != null) {
      unused.close();
      unused.file().toFile().delete();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed || retired.get() != null) {
        settle();
        reclaim();
        full = kept.size() >= limits.segmentsMax();
        if (spare.get() == null && !full && !closed) {
          spare.set(make());
        } else if (retired.get() == null) {
          LockSupport.parkNanos(this, IDLE_NS);
        }
      }
    } catch (SpoolFailed failed) {
      failure = failed;
    } catch (RuntimeException | Error failed) {
      failure = new SpoolFailed(SpoolFailed.Reason.NOT_WRITABLE, "the supply broke", failed);
    }
  }

  private void settle() {
    Segment before = retired.get();
    if (before != null) {
      try {
        before.retire();
      } catch (IOException failed) {
        throw new SpoolFailed(SpoolFailed.Reason.SYNC_FAILED, "" + before.file(), failed);
      }
      retired.set(null);
    }
  }

  /**
   * Deletes a segment once the one after it begins at a released record: the current one always
   * stays.
   */
  private void reclaim() {
    while (kept.size() >= 2) {
      Segment oldest = kept.removeFirst();
      long after = kept.getFirst().firstSeq();
      if (after < 0 || after > releasedSeq.get() || oldest == retired.get()) {
        kept.addFirst(oldest);
        return;
      }
      try {
        Files.deleteIfExists(oldest.file());
      } catch (IOException failed) {
        throw new SpoolFailed(SpoolFailed.Reason.NOT_WRITABLE, "" + oldest.file(), failed);
      }
    }
  }

  private Segment make() {
    Path file = folder.segment(boot, nextIndex);
    try {
      Segment segment = Segment.create(file, nextIndex, limits.segmentBytes());
      Disk.forceNames(folder.path());
      nextIndex++;
      kept.addLast(segment);
      return segment;
    } catch (IOException failed) {
      file.toFile().delete();
      throw Disk.failed(folder.path(), limits.segmentBytes(), file.toString(), failed);
    }
  }
}
