package org.deltabed.hardware;

/**
 * Strips a node's own echo from what it receives on a half-duplex line (F22), and tells when the
 * echo did not come back as it was sent: a collision. Pure: no thread, no clock. Allocates nothing
 * after construction. Not thread-safe: sending and receiving must be serialised by the caller.
 *
 * <p>Foreign bytes may still come before the echo begins, and may even start like it: what was
 * taken for the echo and turns out not to be is given back, in its place. So a spoilt echo is
 * passed on like foreign bytes, for the frame decoder to reject, and is counted when its deadline
 * has passed.
 */
public final class EchoFilter {

  private final byte[] expected;
  private int length;
  private int matched;
  private long deadlineNs;
  private long echoedBytes;
  private long mismatches;
  private long completions;
  private long lastCompletionNs;

  /**
   * A filter that expects nothing yet.
   *
   * @param bytesMax the longest burst that is sent at once
   */
  public EchoFilter(int bytesMax) {
    expected = new byte[bytesMax];
  }

  /**
   * Call before the bytes are handed to the bus. Several calls before an echo make one burst.
   *
   * @param latestNs when the whole echo must have come, else it counts as a mismatch
   * @throws IllegalStateException if the burst is longer than the filter was made for
   */
  public void sent(byte[] bytes, int offset, int count, long latestNs) {
    if (length + count > expected.length) {
      throw new IllegalStateException("a burst longer than " + expected.length + " bytes");
    }
    System.arraycopy(bytes, offset, expected, length, count);
    length += count;
    deadlineNs = latestNs;
  }

  /**
   * Takes the echo out of received bytes.
   *
   * @param out receives what is foreign, from index 0; needs room for {@code count} bytes and the
   *     longest burst
   * @return how many foreign bytes there are
   */
  public int receive(byte[] bytes, int count, long arrivalNs, byte[] out) {
    expire(arrivalNs);
    int foreign = 0;
    for (int i = 0; i < count; i++) {
      foreign = receive(bytes[i], arrivalNs, out, foreign);
    }
    return foreign;
  }

  private int receive(byte value, long arrivalNs, byte[] out, int foreignBefore) {
    int foreign = foreignBefore;
    while (matched > 0 && expected[matched] != value) {
      // Not the echo after all: its first byte was foreign, and the rest may be the echo's start.
      out[foreign++] = expected[0];
      matched = longestRestart();
      foreign = giveBack(out, foreign);
    }
    if (length == 0 || expected[matched] != value) {
      out[foreign++] = value;
      return foreign;
    }
    matched++;
    if (matched == length) {
      echoedBytes += length;
      completions++;
      lastCompletionNs = arrivalNs;
      forget();
    }
    return foreign;
  }

  /** What {@link #longestRestart} skipped, to be given back by {@link #giveBack}. */
  private int skipped;

  /** The longest end of the matched bytes but the first that is again a start of the echo. */
  private int longestRestart() {
    for (int size = matched - 1; size > 0; size--) {
      int from = matched - size;
      boolean same = true;
      for (int i = 0; i < size && same; i++) {
        same = expected[from + i] == expected[i];
      }
      if (same) {
        skipped = from - 1;
        return size;
      }
    }
    skipped = matched - 1;
    return 0;
  }

  private int giveBack(byte[] out, int foreignBefore) {
    System.arraycopy(expected, 1, out, foreignBefore, skipped);
    return foreignBefore + skipped;
  }

  /**
   * Gives up on an echo whose deadline has passed, and counts it.
   *
   * @return true if there was one: somebody else was on the line, or the adapter does not echo
   */
  public boolean expire(long nowNs) {
    if (length == 0 || nowNs <= deadlineNs) {
      return false;
    }
    mismatches++;
    forget();
    return true;
  }

  private void forget() {
    length = 0;
    matched = 0;
  }

  /** True while an echo is expected. */
  public boolean isPending() {
    return length > 0;
  }

  /** Bursts whose echo did not come back as sent within its time. */
  public long mismatches() {
    return mismatches;
  }

  /** Bursts whose echo came back whole. */
  public long completions() {
    return completions;
  }

  /** Own bytes taken out. */
  public long echoedBytes() {
    return echoedBytes;
  }

  /** When the last whole echo was complete: its burst has left the line. 0 before the first. */
  public long lastCompletionNs() {
    return lastCompletionNs;
  }
}
