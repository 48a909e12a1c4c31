package org.deltabed.trace;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;

/**
 * The records of one boot of a node, appended to memory-mapped files that outlive the process: what
 * was appended survives a SIGKILL, what was {@link #force}d survives a power cut. One thread
 * appends, without garbage and without waiting for the disk; any thread may read at the same time
 * ({@link #reader}) and sees whole records only.
 *
 * <p>A method that throws {@link SpoolFailed} cannot keep evidence any more: the node must stop.
 */
public final class Spool implements AutoCloseable {
  /** The longest data, in bytes. */
  public static final int DATA_BYTES_MAX = RecordLayout.DATA_BYTES_MAX;

  private static final byte[] NO_DATA = {};
  private static final long PATIENCE_NS = 10_000_000_000L;
  private static final long WAIT_NS = 50_000;
  private static final VarHandle NEXT_SEQ;

  static {
    try {
      NEXT_SEQ = MethodHandles.lookup().findVarHandle(Spool.class, "nextSeq", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final SpoolFolder folder;
  private final int node;
  private final int boot;
  private final PreviousBoot previous;
  private final SegmentSupply supply;
  private final byte[] scratch = new byte[RecordLayout.RECORD_BYTES_MAX + Long.BYTES];
  private final CRC32C crc = new CRC32C();
  private long writerId;
  private Segment segment;
  private int offset = SegmentLayout.HEAD_BYTES;
  private String run = "";
  private boolean closed;

  @SuppressWarnings("unused") // set and read through NEXT_SEQ
  private long nextSeq;

  private Spool(SpoolFolder folder, int node, PreviousBoot previous, SpoolLimits limits) {
    this.folder = folder;
    this.node = node;
    this.previous = previous;
    this.boot = previous.boot() + 1;
    this.supply = new SegmentSupply(folder, boot, limits);
    this.segment = supply.take(null);
    segment.begin(node, boot, 0, run);
    supply.start();
  }

  /** As {@link #openNewBoot(Path, int, SpoolLimits)}, with {@link SpoolLimits#DEFAULT}. */
  public static Spool openNewBoot(Path folder, int node) {
    return openNewBoot(folder, node, SpoolLimits.DEFAULT);
  }

  /**
   * Begins the spool of a new boot, whose number is the highest that the folder knows and one; the
   * folder is made if need be.
   *
   * @throws SpoolFailed if the disk has no room for all that the limits allow, or cannot be written
   */
  public static Spool openNewBoot(Path folder, int node, SpoolLimits limits) {
    return openNewBoot(folder, node, limits, 0);
  }

  /**
   * As {@link #openNewBoot(Path, int, SpoolLimits)}, for a node that may have lost its disk.
   *
   * @param bootsBefore how many boots somebody else knows of; the new number is higher
   */
  public static Spool openNewBoot(Path folder, int node, SpoolLimits limits, int bootsBefore) {
    Disk.require(folder, limits.totalBytes());
    SpoolFolder spools = new SpoolFolder(folder);
    try {
      PreviousBoot previous = PreviousBoot.of(spools);
      spools.dropSpares(previous.boot());
      boolean lost = previous.boot() < bootsBefore;
      return new Spool(spools, node, lost ? PreviousBoot.gone(bootsBefore) : previous, limits);
    } catch (IOException failed) {
      throw new SpoolFailed(SpoolFailed.Reason.NOT_WRITABLE, folder.toString(), failed);
    }
  }

  public int node() {
    return node;
  }

  public int boot() {
    return boot;
  }

  /** The boot before this one, 0 if there was none. */
  public int previousBoot() {
    return previous.boot();
  }

  /** The last whole record of the boot before, -1 if it has none. */
  public long previousLastSeq() {
    return previous.lastSeq();
  }

  /** What is wrong at the end of the spool of the boot before, if anything is. */
  public Optional<SpoolDamaged> previousDamage() {
    return Optional.ofNullable(previous.damage());
  }

  public SpoolFolder folder() {
    return folder;
  }

  /** Appends a record without data and returns its number. */
  public long append(Kind kind, int round, int slot, int peer, long timeNs, long a, long b) {
    return append(kind, round, slot, peer, timeNs, a, b, NO_DATA, 0, 0);
  }

  /**
   * Appends a record whose data is the text in {@code data}, {@code ""} for none; makes garbage
   * unless it is empty.
   */
  public long append(
      Kind kind, int round, int slot, int peer, long timeNs, long a, long b, String data) {
    byte[] text = data.isEmpty() ? NO_DATA : data.getBytes(StandardCharsets.UTF_8);
    return append(kind, round, slot, peer, timeNs, a, b, text, 0, text.length);
  }

  /** Appends a record whose data is the text in {@code data}. */
  public long append(
      Kind kind, int round, int slot, int peer, long timeNs, long a, long b, JsonText data) {
    return append(kind, round, slot, peer, timeNs, a, b, data.bytes(), 0, data.length());
  }

  /**
   * Appends a record: at most 100 ns and no garbage in the steady state. Only the writer's thread
   * may call it; the first that appends is the writer, until another {@link #takeOver takes over}.
   *
   * @param data the text of one JSON object on one line, in UTF-8, or nothing
   * @return the record's number
   * @throws SpoolFailed if there is no further room
   */
  public long append(
      Kind kind,
      int round,
      int slot,
      int peer,
      long timeNs,
      long a,
      long b,
      byte[] data,
      int from,
      int length) {
    requireWriter();
    if (length != 0) {
      takeData(kind, data, from, length);
    }
    RecordLayout.small(scratch, kind, round, slot, peer);
    long seq = (long) NEXT_SEQ.get(this);
    int size = RecordLayout.seal(scratch, length, seq, timeNs, a, b, crc);
    if (size > segment.bytes() - offset) {
      rollOver(seq);
    }
    if (kind == Kind.RUN_START) {
      beginRun(length);
    } else if (kind == Kind.RUN_END) {
      run = "";
    }
    segment.put(scratch, size, offset);
    offset += size;
    segment.publish(offset);
    NEXT_SEQ.setRelease(this, seq + 1);
    return seq;
  }

  /** The number of the next record: all before it are whole and may be read, by any thread. */
  public long nextSeq() {
    return (long) NEXT_SEQ.getAcquire(this);
  }

  /**
   * Returns when all records appended so far would survive a power cut. The writer's thread; takes
   * as long as the disk does.
   *
   * @throws SpoolFailed if the disk refuses
   */
  public void force() {
    requireWriter();
    long deadlineNs = System.nanoTime() + PATIENCE_NS;
    while (!supply.isSettled()) {
      awaitSupply(deadlineNs);
    }
    try {
      segment.force(offset);
    } catch (IOException failed) {
      throw new SpoolFailed(SpoolFailed.Reason.SYNC_FAILED, "" + segment.file(), failed);
    }
  }

  /**
   * Records before {@code seq} are safe elsewhere, so their space may be used again. Any thread.
   */
  public void release(long seq) {
    supply.release(seq);
  }

  /**
   * Reads this spool from record {@code fromSeq} on while it grows. For one thread, not the
   * writer's.
   */
  public SpoolReader reader(long fromSeq) throws IOException {
    return SpoolReader.follow(this, fromSeq);
  }

  /**
   * Makes the calling thread the writer, as a watchdog must when the writer hangs. If the writer is
   * alive after all, it fails at its next append.
   */
  public void takeOver() {
    writerId = Thread.currentThread().threadId();
  }

  /** Forces and closes the files. The writer's thread; a spool that was closed stays closed. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    takeOver();
    closed = true;
    try {
      supply.close();
      supply.checkDisk();
      segment.force(offset);
    } catch (IOException failed) {
      throw new SpoolFailed(SpoolFailed.Reason.SYNC_FAILED, "" + segment.file(), failed);
    } finally {
      segment.close();
    }
  }

  private void takeData(Kind kind, byte[] data, int from, int length) {
    if (length > DATA_BYTES_MAX) {
      throw new IllegalArgumentException(kind + " has " + length + " bytes of data");
    }
    if (data[from] != '{' || data[from + length - 1] != '}') {
      throw new IllegalArgumentException(kind + " has data that is no JSON object");
    }
    System.arraycopy(data, from, scratch, RecordLayout.HEADER_BYTES, length);
  }

  private void beginRun(int dataBytes) {
    run = RunId.fromData(scratch, RecordLayout.HEADER_BYTES, dataBytes);
    if (run.isEmpty()) {
      throw new IllegalArgumentException("RUN_START without a valid \"run\" in its data");
    }
  }

  private void rollOver(long firstSeq) {
    long deadlineNs = System.nanoTime() + PATIENCE_NS;
    Segment next = supply.take(segment);
    while (next == null) {
      awaitSupply(deadlineNs);
      next = supply.take(segment);
    }
    next.begin(node, boot, firstSeq, run);
    segment = next;
    offset = SegmentLayout.HEAD_BYTES;
  }

  private void awaitSupply(long deadlineNs) {
    supply.check();
    if (System.nanoTime() - deadlineNs > 0) {
      throw new SpoolFailed(SpoolFailed.Reason.TOO_SLOW, "no segment within 10 s", null);
    }
    LockSupport.parkNanos(this, WAIT_NS);
  }

  private void requireWriter() {
    long caller = Thread.currentThread().threadId();
    if (writerId != caller) {
      if (writerId != 0) {
        throw new IllegalStateException(
            "thread " + caller + " appends, but thread " + writerId + " is the writer");
      }
      writerId = caller;
    }
    if (closed) {
      throw new IllegalStateException("the spool is closed");
    }
  }
}
