package org.deltabed.hardware;

import java.io.IOException;

/** The shared line, seen from one node: bytes out, bytes in, no frames and no timing of its own. */
public interface Bus extends AutoCloseable {

  /**
   * Starts the one reader thread, which calls {@code receiver} until the bus is closed or lost.
   *
   * @throws IllegalStateException on a second call
   */
  void listen(Receiver receiver);

  /**
   * Hands bytes to the driver and returns; they are then on their way, not yet on the line.
   *
   * @throws IOException if the driver did not take all of them
   */
  void send(byte[] bytes, int offset, int length) throws IOException;

  /** Ends the reader and frees the device in bounded time, whatever the device does. */
  @Override
  void close();

  /** What the reader thread calls. */
  interface Receiver {

    /**
     * Some bytes have arrived.
     *
     * @param bytes valid during the call only
     * @param length how many, from index 0
     * @param arrivalNs when the driver returned them, on {@link System#nanoTime()}
     */
    void received(byte[] bytes, int length, long arrivalNs);

    /**
     * Nothing has come that was not handed over, up to {@code timeNs}. Told by a reader that looks
     * again and again, so that what comes next is known to have come later.
     */
    default void silent(long timeNs) {}

    /** The device went away. Called at most once, and nothing after it. */
    void lost(IOException cause);
  }
}
