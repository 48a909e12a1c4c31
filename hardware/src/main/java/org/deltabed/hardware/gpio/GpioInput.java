package org.deltabed.hardware.gpio;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.deltabed.hardware.DigitalInput;

/** An input of a GPIO chip. Its edges carry the time at which the kernel's interrupt saw them. */
public final class GpioInput implements DigitalInput {

  private final GpioLine line;
  private EdgeReader reader;
  private boolean closed;

  GpioInput(GpioLine line) {
    this.line = line;
  }

  @Override
  public boolean level() {
    try {
      return line.level();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the first listener the reader starts; the kernel has kept the edges since the request. */
  @Override
  public synchronized void onEdge(EdgeListener listener) {
    if (closed) {
      throw new IllegalStateException(line.what() + " is closed");
    }
    if (reader == null) {
      reader = EdgeReader.start(line, listener);
    } else {
      reader.add(listener);
    }
  }

  /** Edges that were missed since the first listener, as far as the kernel's numbers show it. */
  public synchronized long missed() {
    return reader == null ? 0 : reader.missed();
  }

  /** Gives the line back, in bounded time also if a listener does not return. */
  @Override
  public void close() {
    EdgeReader ending;
    synchronized (this) {
      closed = true;
      ending = reader;
    }
    if (ending == null) {
      line.close();
    } else {
      ending.end();
    }
  }
}
