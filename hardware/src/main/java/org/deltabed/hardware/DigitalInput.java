package org.deltabed.hardware;

import java.io.IOException;

/** One input line. */
public interface DigitalInput extends AutoCloseable {

  /**
   * The level: where the driver can be asked, the one at this moment, else the last known one.
   *
   * @throws java.io.UncheckedIOException if the driver was asked and the line is gone
   */
  boolean level();

  /** Adds a listener for edges; it is called on the driver's thread and must not block. */
  void onEdge(EdgeListener listener);

  @Override
  void close();

  /** What an edge calls. */
  interface EdgeListener {

    /**
     * The line changed.
     *
     * @param high the level after the edge
     * @param timeNs the driver's time stamp of the edge, on {@link System#nanoTime()}
     */
    void edge(boolean high, long timeNs);

    /**
     * There were edges that nobody will hear of, between the last one and the next: so many at
     * least. What counts edges, or draws conclusions from their absence, must take note.
     */
    default void missed(long edgesMin) {}

    /** The line went away. Called at most once, and nothing after it. */
    default void lost(IOException cause) {}
  }
}
