package org.deltabed.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deltabed.trace.Kind;
import org.deltabed.trace.TraceRecord;

/**
 * How much a node's clock shows more than the lab's, as an interval that holds at any time: what is
 * known at some instants, widened by the drift between them. All in nanoseconds.
 */
final class ClockOffset {
  /**
   * When the node's clock showed {@code nodeNs}, it was ahead of the lab's by {@code lowNs} at
   * least and {@code highNs} at most.
   */
  record Known(long nodeNs, long lowNs, long highNs) {}

  /** Nothing is known; less than half the greatest number, so that sums of two fit. */
  static final long UNKNOWN_NS = Long.MAX_VALUE / 4;

  private static final long MILLION = 1_000_000;

  /** Beyond it a widening says as little as none; the product with the drift fits 64 bits. */
  private static final long APART_NS_MAX = 1_000_000 * MILLION * 1_000;

  private final boolean shared;
  private final int driftPpmMax;
  private final long[] nodeNs;
  private final long[] lowNs;
  private final long[] highNs;
  private final boolean known;

  private ClockOffset(boolean shared, int driftPpmMax, List<Known> instants) {
    this.shared = shared;
    this.driftPpmMax = driftPpmMax;
    List<Known> sorted = new ArrayList<>(instants);
    sorted.sort(Comparator.comparingLong(Known::nodeNs));
    nodeNs = sorted.stream().mapToLong(Known::nodeNs).toArray();
    lowNs = sorted.stream().mapToLong(one -> bounded(one.lowNs())).toArray();
    highNs = sorted.stream().mapToLong(one -> bounded(one.highNs())).toArray();
    for (int i = 1; i < nodeNs.length; i++) {
      tighten(i, i - 1);
    }
    for (int i = nodeNs.length - 2; i >= 0; i--) {
      tighten(i, i + 1);
    }
    known = shared || (nodeNs.length > 0 && consistent());
  }

  /** One clock for all. */
  static ClockOffset shared() {
    return new ClockOffset(true, 0, List.of());
  }

  /**
   * Of what is known at some instants.
   *
   * @param driftPpmMax how much each of the two clocks may deviate from true time
   */
  static ClockOffset of(int driftPpmMax, List<Known> known) {
    return new ClockOffset(false, driftPpmMax, known);
  }

  private static long bounded(long ns) {
    return Math.clamp(ns, -UNKNOWN_NS, UNKNOWN_NS);
  }

  /** Takes over what a neighbour says, widened by the drift from there to here. */
  private void tighten(int here, int there) {
    long widerNs = driftNs(nodeNs[here], nodeNs[there]);
    lowNs[here] = Math.max(lowNs[here], bounded(lowNs[there] - widerNs));
    highNs[here] = Math.min(highNs[here], bounded(highNs[there] + widerNs));
  }

  /**
   * How far the two clocks may drift apart between two times: 2ρ of it, and a thousandth of that
   * for the square of ρ, rounded up.
   */
  private long driftNs(long oneNs, long otherNs) {
    long apartNs = Math.min(APART_NS_MAX, Math.abs(Durations.between(oneNs, otherNs)));
    if (apartNs < 0 || apartNs == APART_NS_MAX) {
      return UNKNOWN_NS;
    }
    long ppmNs = 2L * driftPpmMax * apartNs;
    return apartNs == 0 ? 0 : ppmNs / MILLION + ppmNs / MILLION / 1_000 + 2;
  }

  /** Whether there is any evidence, and none that contradicts another. */
  boolean known() {
    return known;
  }

  /** Whether one offset fits all that is known, with the drift that the wiring allows. */
  boolean consistent() {
    for (int i = 0; i < nodeNs.length; i++) {
      if (lowNs[i] > highNs[i]) {
        return false;
      }
    }
    return true;
  }

  /** The least that the node's clock may be ahead when it shows that. */
  long lowNs(long atNodeNs) {
    int after = after(atNodeNs);
    long low = -UNKNOWN_NS;
    if (after > 0) {
      low = Math.max(low, lowNs[after - 1] - driftNs(nodeNs[after - 1], atNodeNs));
    }
    if (after < nodeNs.length) {
      low = Math.max(low, lowNs[after] - driftNs(nodeNs[after], atNodeNs));
    }
    return shared ? 0 : low;
  }

  /** The most that the node's clock may be ahead when it shows that. */
  long highNs(long atNodeNs) {
    int after = after(atNodeNs);
    long high = UNKNOWN_NS;
    if (after > 0) {
      high = Math.min(high, highNs[after - 1] + driftNs(nodeNs[after - 1], atNodeNs));
    }
    if (after < nodeNs.length) {
      high = Math.min(high, highNs[after] + driftNs(nodeNs[after], atNodeNs));
    }
    return shared ? 0 : high;
  }

  /** Position of the first known instant that is later. */
  private int after(long atNodeNs) {
    int low = 0;
    int high = nodeNs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (nodeNs[middle] <= atNodeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long middleNs(long atNodeNs) {
    return known ? Math.floorDiv(lowNs(atNodeNs) + highNs(atNodeNs), 2) : 0;
  }

  /** The middle of the times on the lab's clock at which the node's showed that. */
  long toLabNs(long atNodeNs) {
    return shared ? atNodeNs : Durations.between(middleNs(atNodeNs), atNodeNs);
  }

  /** A node's record with all its times on the lab's clock. */
  TraceRecord toLab(TraceRecord record) {
    if (shared || !known) {
      return record;
    }
    long a =
        switch (record.kind()) {
          case RUN_START, SEND, FRAME, LATE, FALSE_SUSPICION, ALIVE -> toLabNs(record.a());
          default -> record.a();
        };
    long b = record.kind() == Kind.ALIVE ? toLabNs(record.b()) : record.b();
    return new TraceRecord(
        record.run(),
        record.node(),
        record.boot(),
        record.seq(),
        toLabNs(record.timeNs()),
        record.kind(),
        record.round(),
        record.slot(),
        record.peer(),
        a,
        b,
        record.data());
  }

  /** The time on the node's clock that {@link #toLabNs} takes to that time. */
  long toNodeNs(long labNs) {
    if (shared || !known) {
      return labNs;
    }
    // The offset changes by less than a thousandth of the time: each turn gives three digits.
    long at = labNs + middleNs(nodeNs[nodeNs.length / 2]);
    for (int turn = 0; turn < 4; turn++) {
      at = labNs + middleNs(at);
    }
    return at;
  }

  /** The greatest uncertainty in a stretch of time on the lab's clock. */
  long mostUncertainNs(long fromLabNs, long toLabNs) {
    long fromNs = toNodeNs(fromLabNs);
    long toNs = toNodeNs(toLabNs);
    long mostNs = Math.max(uncertaintyNs(fromLabNs), uncertaintyNs(toLabNs));
    for (int i = after(fromNs); i < nodeNs.length && nodeNs[i] <= toNs; i++) {
      long middleNs = i == 0 ? nodeNs[i] : nodeNs[i - 1] + (nodeNs[i] - nodeNs[i - 1]) / 2;
      mostNs = Math.max(mostNs, uncertaintyNs(toLabNs(Math.max(fromNs, middleNs))));
    }
    return mostNs;
  }

  /** Whether all share one clock, so that nothing was translated. */
  boolean isShared() {
    return shared;
  }

  /**
   * ε: how far the truth may be from what {@link #toLabNs} said, at that time on the lab's clock.
   */
  long uncertaintyNs(long labNs) {
    if (shared) {
      return 0;
    }
    if (!known) {
      return UNKNOWN_NS;
    }
    long at = toNodeNs(labNs);
    return Math.min(UNKNOWN_NS, Math.ceilDiv(highNs(at) - lowNs(at), 2) + 1);
  }
}
