package org.deltabed.agent.shell;

/**
 * Edges on their way from the one thread that sees them to the loop's, which alone may write the
 * journal. Nobody ever waits for the other, since the loop must not wait for a thread of lower
 * priority; nothing is allocated. An edge that finds no room is lost and counted.
 */
final class EdgeRing {
  /** Takes an edge. */
  interface Taker {
    void take(int round, long timeNs, long a, long b);
  }

  private static final int EDGES = 64;

  private final int[] rounds = new int[EDGES];
  private final long[] timesNs = new long[EDGES];
  private final long[] as = new long[EDGES];
  private final long[] bs = new long[EDGES];
  private volatile long written;
  private volatile long read;
  private volatile long lost;

  /** The seeing thread's side. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  void put(int round, long timeNs, long a, long b) {
    long at = written;
    if (at - read == EDGES) {
      lost++;
      return;
    }
    int place = (int) (at % EDGES);
    rounds[place] = round;
    timesNs[place] = timeNs;
    as[place] = a;
    bs[place] = b;
    written = at + 1; // publishes the four
  }

  /** The loop's side: all that came. */
  void drain(Taker taker) {
    long end = written;
    for (long at = read; at < end; at++) {
      int place = (int) (at % EDGES);
      taker.take(rounds[place], timesNs[place], as[place], bs[place]);
      read = at + 1;
    }
  }

  /** Counts edges that the seeing thread was told it had not seen; that thread's side. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  void missed(long edges) {
    lost += edges;
  }

  /** How many edges found no room, or were not even seen. */
  long lost() {
    return lost;
  }
}
