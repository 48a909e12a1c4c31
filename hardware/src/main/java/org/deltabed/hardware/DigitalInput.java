package org.deltabed.hardware;

/** One input line. */
public interface DigitalInput extends AutoCloseable {

  /** The last known level. */
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
  }
}
