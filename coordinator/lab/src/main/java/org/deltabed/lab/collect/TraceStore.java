package org.deltabed.lab.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.trace.Kind;
import org.deltabed.trace.RecordSequence;
import org.deltabed.trace.TraceRecord;

/**
 * The records of all nodes, written to the run folder as they come: each once, in the order of
 * their numbers, into the file of their run, node and boot. Records behind a gap wait until the gap
 * is closed, or is given up. Safe for use by several threads.
 */
public final class TraceStore implements AutoCloseable {

  /** Behind a gap no more than this is kept; what is not kept is asked for again with the gap. */
  private static final int WAITING_MAX = 500_000;

  private final TraceFolder folder;
  private final RecordSequence sequence = new RecordSequence();
  private final Map<Integer, Map<Integer, BootTrace>> traces = new TreeMap<>();
  private final Map<Integer, Map<Integer, Long>> ends = new TreeMap<>();

  /** By node, the last boot that is not of this campaign. */
  private final Map<Integer, Integer> others = new TreeMap<>();

  private long taken;

  /** Why no record can be written any more; null as long as they can. */
  private IOException failure;

  /** Writes below {@code traceFolder}, which exists. */
  public TraceStore(Path traceFolder) {
    folder = new TraceFolder(traceFolder);
  }

  /**
   * Takes records of one boot, in any order, as often as they come. On a disk that is full nothing
   * more is taken: whoever waits for records is told (F33).
   */
  public synchronized void take(int node, int boot, List<TraceRecord> records) {
    if (failure != null) {
      return;
    }
    try {
      write(node, boot, records);
    } catch (IOException e) {
      failure = e;
    }
  }

  /**
   * From now on leaves out what boots up to this one have recorded: it is of another campaign.
   *
   * @param boot 0 for none
   */
  public synchronized void onlyAfter(int node, int boot) {
    others.merge(node, boot, Math::max);
  }

  private void write(int node, int boot, List<TraceRecord> records) throws IOException {
    if (boot <= others.getOrDefault(node, 0)) {
      return;
    }
    BootTrace trace =
        traces
            .computeIfAbsent(node, _ -> new TreeMap<>())
            .computeIfAbsent(boot, _ -> new BootTrace(node, boot, folder));
    for (TraceRecord record : records) {
      boolean farAhead =
          trace.waiting() >= WAITING_MAX && record.seq() > sequence.nextSeq(node, boot);
      if (!farAhead && sequence.add(node, boot, record.seq())) {
        taken++;
        trace.take(record, sequence.nextSeq(node, boot));
        noteEndOfPreviousBoot(node, record);
      }
    }
  }

  private void requireWritable() {
    if (failure != null) {
      throw new UncheckedIOException("records cannot be written: " + failure.getMessage(), failure);
    }
  }

  /** A new boot says what it found of the one before: that is where a dead boot ends. */
  private void noteEndOfPreviousBoot(int node, TraceRecord record) {
    if (record.kind() == Kind.BOOT && record.a() > others.getOrDefault(node, 0)) {
      ends.computeIfAbsent(node, _ -> new TreeMap<>()).put((int) record.a(), record.b());
      sequence.expect(node, (int) record.a(), record.b());
    }
  }

  /** Whether this boot has ended, it is known where, and everything of it is here. */
  public synchronized boolean hasAllOfEndedBoot(int node, int boot) {
    requireWritable();
    Long last = ends.getOrDefault(node, Map.of()).get(boot);
    return last != null && sequence.nextSeq(node, boot) > last;
  }

  /** The first number of this boot that is not here. */
  public synchronized long nextSeq(int node, int boot) {
    return sequence.nextSeq(node, boot);
  }

  /** Whether everything of this boot up to the end of that run is here. */
  public synchronized boolean hasRunEnd(String run, int node, int boot) {
    requireWritable();
    BootTrace trace = traces.getOrDefault(node, Map.of()).get(boot);
    return trace != null && trace.ended(run);
  }

  /** Whether the beginning of that run by this boot is here. */
  public synchronized boolean hasRunStart(String run, int node, int boot) {
    BootTrace trace = traces.getOrDefault(node, Map.of()).get(boot);
    return trace != null && trace.began(run);
  }

  /** Different records taken. */
  public synchronized long taken() {
    return taken;
  }

  /** Records that came once more. */
  public synchronized long duplicates() {
    return sequence.duplicates();
  }

  /** What is missing right now, by node, boot and number. */
  public synchronized List<RecordSequence.Gap> gaps() {
    return sequence.gaps();
  }

  /** Puts all that may be written into the files. */
  public synchronized void flush() {
    try {
      folder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives gaps up: what waits behind them is written too, so that the checker can name the missing
   * numbers.
   */
  public synchronized void giveUpGaps() {
    try {
      for (Map<Integer, BootTrace> boots : traces.values()) {
        for (BootTrace trace : boots.values()) {
          trace.giveUpGaps();
        }
      }
      folder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    giveUpGaps();
    folder.close();
  }
}
