package org.deltabed.simulator.timed;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when, in the line's time; of what happens at one instant, the first said first. */
final class VirtualTime {
  private record Event(long timeNs, long order, Runnable action) {
    private static final Comparator<Event> ORDER =
        Comparator.comparingLong(Event::timeNs).thenComparingLong(Event::order);
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>(Event.ORDER);
  private long order;
  private long nowNs;

  VirtualTime(long nowNs) {
    this.nowNs = nowNs;
  }

  long nowNs() {
    return nowNs;
  }

  void at(long timeNs, Runnable action) {
    if (timeNs < nowNs) {
      throw new IllegalArgumentException(timeNs + " ns is past at " + nowNs + " ns");
    }
    events.add(new Event(timeNs, order++, action));
  }

  /** Lets the next thing happen; false if there is none up to that time. */
  boolean step(long untilNs) {
    Event next = events.peek();
    if (next == null || next.timeNs() > untilNs) {
      return false;
    }
    events.remove();
    nowNs = next.timeNs();
    next.action().run();
    return true;
  }
}
