package org.deltabed.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/**
 * What one file of a node says. Frequent records become columns; rare ones are kept whole. Times
 * are translated to the lab's clock.
 */
final class NodeTrace implements TraceReading.Listener {
  /** More than a node's queue holds; what a record says beyond it is not believed. */
  private static final long FRAMES_MAX = 1 << 16;

  final TraceFile file;
  final ClockOffset clock;
  final Sequences sequences;
  final KeyedTimes sends = new KeyedTimes();
  final KeyedTimes hands = new KeyedTimes();

  /** Messages that took more than one frame, by their position in {@link #hands}. */
  private final Map<Integer, Long> longMessages = new TreeMap<>();

  final Receptions frames = new Receptions();
  final Receptions arrivals = new Receptions();

  /** EVENT records. */
  final List<Seen> events = new ArrayList<>();

  /** Records that say that an assumption does not hold. */
  final List<Seen> breaches = new ArrayList<>();

  /** HALT and FAILURE. */
  final List<Seen> ends = new ArrayList<>();

  final List<Seen> boots = new ArrayList<>();
  final List<Seen> damages = new ArrayList<>();

  /** The first SILENCE of each process. */
  final Map<Integer, Seen> silences = new TreeMap<>();

  /** Planned crash points that were reached. */
  final List<Seen> crashPoints = new ArrayList<>();

  Seen runStart;
  Seen runEnd;
  long records;
  long lateFrames;

  /** The record with the greatest time, but for edges of pins, which are told of later. */
  Seen latest;

  private NodeTrace(TraceFile file, ClockOffset clock) {
    this.file = file;
    this.clock = clock;
    this.sequences = new Sequences(file);
  }

  static NodeTrace read(TraceFile file, ClockOffset clock) {
    NodeTrace trace = new NodeTrace(file, clock);
    TraceReading.read(file, trace);
    return trace;
  }

  /** The same of records that are in memory; the first counts as line 1. */
  static NodeTrace of(TraceFile file, List<TraceRecord> records) {
    NodeTrace trace = new NodeTrace(file, ClockOffset.shared());
    TraceReading.read(records, trace);
    return trace;
  }

  @Override
  public void record(TraceRecord own, long line) {
    TraceRecord record = clock.toLab(own);
    records++;
    sequences.add(record.seq(), line);
    if (!file.run().isEmpty()) {
      ofRun(record, line);
    }
    switch (record.kind()) {
      case BOOT -> boots.add(seen(record, line));
      case SPOOL_DAMAGED -> damages.add(seen(record, line));
      default -> {}
    }
  }

  private void ofRun(TraceRecord record, long line) {
    boolean edge = record.kind() == Kind.SYNC || record.kind() == Kind.ALIVE;
    if (!edge && (latest == null || record.timeNs() > latest.timeNs())) {
      latest = seen(record, line);
    }
    switch (record.kind()) {
      case SEND -> sends.add(record.round(), record.a(), line);
      case HAND -> hand(record, line);
      case FRAME -> frames.add(record.peer(), record.round(), record.timeNs(), line);
      case ARRIVE -> arrivals.add(record.peer(), record.a(), record.timeNs(), line);
      case EVENT -> events.add(seen(record, line));
      case SILENCE -> silences.merge(record.peer(), seen(record, line), NodeTrace::earlier);
      case LATE -> {
        lateFrames++;
        breaches.add(seen(record, line));
      }
      case OVERRUN, MISSED_SLOT, FALSE_SUSPICION, MINORITY, OVERFLOW ->
          breaches.add(seen(record, line));
      case CRASH_POINT -> crashPoints.add(seen(record, line));
      case HALT, FAILURE -> ends.add(seen(record, line));
      case RUN_START -> runStart = once(runStart, record, line);
      case RUN_END -> runEnd = once(runEnd, record, line);
      default -> {}
    }
  }

  private void hand(TraceRecord record, long line) {
    hands.add(record.a(), record.timeNs(), line);
    if (record.b() > 1) {
      longMessages.putIfAbsent(hands.find(record.a()), Math.min(record.b(), FRAMES_MAX));
    }
  }

  /** How many frames it took until the message at that position of {@link #hands} was gone. */
  long framesOf(int hand) {
    return longMessages.getOrDefault(hand, 1L);
  }

  private Seen once(Seen before, TraceRecord record, long line) {
    if (before != null) {
      throw new BadEvidence(
          file.name(),
          line,
          "holds a second " + record.kind() + ", the first is in line " + before.line());
    }
    return seen(record, line);
  }

  private Seen seen(TraceRecord record, long line) {
    return new Seen(record, file, line);
  }

  private static Seen earlier(Seen one, Seen other) {
    return other.timeNs() < one.timeNs() ? other : one;
  }
}
