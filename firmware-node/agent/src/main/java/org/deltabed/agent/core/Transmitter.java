package org.deltabed.agent.core;

import java.io.IOException;

/** The sending side of the bus. */
public interface Transmitter {
  /** Hands bytes to the driver; they are not kept. */
  void send(byte[] bytes, int offset, int length) throws IOException;
}
