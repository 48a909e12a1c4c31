package org.deltabed.protocol.replication.pbft;

import java.util.ArrayList;
import java.util.List;

/**
 * What a replica knows of the sequence numbers after its stable checkpoint, by number.
 *
 * @param entries one for each number of which it has heard
 */
public record OrderLog(List<Entry> entries) {
  public static final OrderLog EMPTY = new OrderLog(List.of());

  /** After so many executed requests there is a checkpoint. */
  public static final long INTERVAL = 2;

  /** How far a sequence number may be ahead of the stable checkpoint: PBFT's L. */
  public static final long WINDOW = 2 * INTERVAL;

  public OrderLog {
    entries = List.copyOf(entries);
  }

  /** The entry of that number; an empty one if there is none. */
  Entry at(long sequence) {
    for (Entry entry : entries) {
      if (entry.sequence() == sequence) {
        return entry;
      }
    }
    return Entry.empty(sequence);
  }

  /** With that entry in place of the one of its number. */
  OrderLog with(Entry entry) {
    List<Entry> changed = new ArrayList<>();
    for (Entry each : entries) {
      if (each.sequence() < entry.sequence()) {
        changed.add(each);
      }
    }
    changed.add(entry);
    for (Entry each : entries) {
      if (each.sequence() > entry.sequence()) {
        changed.add(each);
      }
    }
    return new OrderLog(changed);
  }

  /** What comes after that number: the rest is garbage. */
  OrderLog after(long sequence) {
    return new OrderLog(entries.stream().filter(e -> e.sequence() > sequence).toList());
  }

  /** As a new view begins in which nothing has a number yet. */
  OrderLog anew() {
    return new OrderLog(entries.stream().map(e -> e.anew(null)).toList());
  }

  /** The last number that a request has, or that one if there is none after it. */
  long lastAfter(long sequence) {
    long last = sequence;
    for (Entry entry : entries) {
      last = entry.request() != null ? Math.max(last, entry.sequence()) : last;
    }
    return last;
  }

  /** Whether the client's request of that number has a sequence number in this view. */
  boolean hasNumbered(Statement request) {
    return entries.stream()
        .anyMatch(e -> e.request() instanceof Statement other && Requests.isSame(other, request));
  }

  /** All that was prepared, with the proofs. */
  List<Prepared> prepared() {
    List<Prepared> all = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.prepared() != null) {
        all.add(entry.prepared());
      }
    }
    return all;
  }
}
