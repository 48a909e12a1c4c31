package org.deltabed.hardware;

import java.io.IOException;

/** The power of one node. */
public interface PowerSwitch extends AutoCloseable {

  /**
   * Gives power.
   *
   * @throws IllegalStateException if the node has power already
   * @throws IOException if it could not be switched on
   */
  void on() throws IOException;

  /** Takes power away, and says what is known of when the node died. */
  CutEvidence off();

  /** True from {@link #on()} until the node's end was seen. */
  boolean isOn();

  /** Takes power away if there still is any. */
  @Override
  void close();
}
