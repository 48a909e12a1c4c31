package org.deltabed.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which records a collector has: takes out what comes twice (F35) and names what never came (F36),
 * by (node, boot, seq). Its memory grows with the number of holes, not of records. For one thread.
 */
public final class RecordSequence {
  /** Whose records are counted together. */
  public record Source(int node, int boot) {}

  /** Missing records {@code first} to {@code last}, both included. */
  public record Gap(int node, int boot, long first, long last) {
    public long count() {
      return last - first + 1;
    }

    @Override
    public String toString() {
      String numbers = first == last ? "record " + first : "records " + first + " to " + last;
      return "node " + node + " boot " + boot + ": " + numbers;
    }
  }

  private final Map<Source, Ranges> sources = new HashMap<>();
  private long duplicates;

  /** Has no record. */
  public RecordSequence() {}

  /** Notes a record; false if it was there before. */
  public boolean add(int node, int boot, long seq) {
    boolean isNew = of(node, boot).add(seq);
    if (!isNew) {
      duplicates++;
    }
    return isNew;
  }

  /** Whether the record was noted. */
  public boolean contains(int node, int boot, long seq) {
    Ranges ranges = sources.get(new Source(node, boot));
    return ranges != null && ranges.contains(seq);
  }

  /**
   * Says that all records up to {@code lastSeq} exist, so that those that did not come are a gap;
   * -1 says nothing.
   */
  public void expect(int node, int boot, long lastSeq) {
    Ranges ranges = of(node, boot);
    ranges.expected = Math.max(ranges.expected, lastSeq + 1);
  }

  /** All gaps, by node, boot and number. */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    sources.keySet().stream()
        .sorted(Comparator.comparingInt(Source::node).thenComparingInt(Source::boot))
        .forEach(source -> gaps.addAll(gaps(source.node(), source.boot())));
    return gaps;
  }

  /** The gaps of one (node, boot): from 0 to the highest number that is known to exist. */
  public List<Gap> gaps(int node, int boot) {
    Ranges ranges = sources.get(new Source(node, boot));
    return ranges == null ? List.of() : ranges.gaps(node, boot);
  }

  /** The first number of a (node, boot) that is missing: all before it are there. */
  public long nextSeq(int node, int boot) {
    Ranges ranges = sources.get(new Source(node, boot));
    return ranges == null ? 0 : ranges.next;
  }

  /** How many records came more than once. */
  public long duplicates() {
    return duplicates;
  }

  private Ranges of(int node, int boot) {
    return sources.computeIfAbsent(new Source(node, boot), source -> new Ranges());
  }

  /**
   * All below {@code next}, and the ranges in {@code ahead} (first to last), which neither touch
   * nor overlap.
   */
  private static final class Ranges {
    private final TreeMap<Long, Long> ahead = new TreeMap<>();
    private long next;
    private long expected;

    boolean contains(long seq) {
      Map.Entry<Long, Long> below = ahead.floorEntry(seq);
      return seq < next || (below != null && seq <= below.getValue());
    }

    boolean add(long seq) {
      if (seq < 0) {
        throw new IllegalArgumentException("a record has the number " + seq);
      }
      if (seq == next && ahead.isEmpty()) {
        next++;
        return true;
      }
      if (contains(seq)) {
        return false;
      }
      long first = seq;
      long last = seq;
      Map.Entry<Long, Long> below = ahead.floorEntry(seq);
      if (below != null && below.getValue() == seq - 1) {
        first = below.getKey();
      }
      Long above = ahead.remove(seq + 1);
      if (above != null) {
        last = above;
      }
      if (first == next) {
        next = last + 1;
      } else {
        ahead.put(first, last);
      }
      return true;
    }

    List<Gap> gaps(int node, int boot) {
      List<Gap> gaps = new ArrayList<>();
      long missing = next;
      for (Map.Entry<Long, Long> range : ahead.entrySet()) {
        gaps.add(new Gap(node, boot, missing, range.getKey() - 1));
        missing = range.getValue() + 1;
      }
      if (missing < expected) {
        gaps.add(new Gap(node, boot, missing, expected - 1));
      }
      return gaps;
    }
  }
}
