package org.deltabed.hardware.virtual;

/**
 * Watches the line, and decides what goes wrong on it. All is called on the bus thread, which waits
 * meanwhile: return quickly, and leave longer work to another thread. Times are on {@link
 * System#nanoTime()}. Calls of the bus's own methods are allowed.
 */
public interface LineObserver {

  /**
   * A chunk is about to go on the line. Called once per chunk, also for each of several that were
   * written back to back, when the sender's earlier ones have passed. A chunk ends with the
   * delimiter 0x00, and takes the delimiters before it along; without an end it is a fragment.
   *
   * @param bytes valid during the call only, and not to be changed
   * @param startNs when its first bit starts
   * @param endNs when its last bit would end, undisturbed
   */
  default Fate frame(int port, byte[] bytes, int offset, int length, long startNs, long endNs) {
    return Fate.pass();
  }

  /**
   * Something has passed on the line: a chunk, the part of one before a power cut, noise of a
   * babbling port. Not called for what was dropped.
   *
   * @param startNs start of its first bit
   * @param endNs end of its last bit
   */
  default void onLine(int port, long startNs, long endNs, int bytes) {}

  /**
   * A cut that {@link Fate#cutAfter} asked for has come: the port is silent and deaf from {@code
   * lineNs} on. The node's process still lives; killing it is up to the callee.
   *
   * @param lineNs end of the last bit that passed
   * @param bytes how much of the chunk passed
   */
  default void powerCut(int port, long lineNs, int bytes) {}

  /**
   * The bus thread woke {@code lateNs} after {@code dueNs}, beyond {@link BusSettings#hiccupNs}.
   */
  default void hiccup(long dueNs, long lateNs) {}
}
