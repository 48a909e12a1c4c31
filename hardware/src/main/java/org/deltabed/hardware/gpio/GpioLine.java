package org.deltabed.hardware.gpio;

import static org.deltabed.hardware.gpio.GpioUapi.CONFIG;
import static org.deltabed.hardware.gpio.GpioUapi.VALUES;
import static org.deltabed.hardware.gpio.GpioUapi.at;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.deltabed.hardware.posix.Posix;

/** A line that the kernel has given us. Safe for several threads. */
final class GpioLine implements AutoCloseable {

  private final String what;
  private final int fd;
  private final Arena arena = Arena.ofAuto();
  private final Posix posix = new Posix(arena);
  private final MemorySegment values = arena.allocate(VALUES);
  private boolean closed;

  GpioLine(String what, int fd) {
    this.what = what;
    this.fd = fd;
    values.set(ValueLayout.JAVA_LONG, at(VALUES, "mask"), 1L);
  }

  /** Asks the kernel. */
  synchronized boolean level() throws IOException {
    check(GpioUapi.GET_VALUES, values);
    return (values.get(ValueLayout.JAVA_LONG, at(VALUES, "bits")) & 1) != 0;
  }

  synchronized void drive(boolean high) throws IOException {
    values.set(ValueLayout.JAVA_LONG, at(VALUES, "bits"), high ? 1L : 0L);
    check(GpioUapi.SET_VALUES, values);
  }

  /** Turns a line without direction into an output of this level. */
  synchronized void makeOutput(boolean high) throws IOException {
    MemorySegment config = Arena.ofAuto().allocate(CONFIG);
    config.set(ValueLayout.JAVA_LONG, at(CONFIG, "flags"), GpioUapi.OUTPUT);
    LineRequest.attribute(config, GpioUapi.ATTRIBUTE_OUTPUT_VALUES, high ? 1 : 0);
    check(GpioUapi.SET_CONFIG, config);
  }

  private void check(long request, MemorySegment argument) throws IOException {
    if (closed) {
      throw new IOException(what + " is closed");
    }
    if (posix.ioctl(fd, request, argument) < 0) {
      throw posix.errno() == Posix.ENODEV ? GpioChip.gone(what) : posix.failure(what);
    }
  }

  /** Chip and line, for messages. */
  String what() {
    return what;
  }

  /** For the one thread that reads events. */
  int fd() {
    return fd;
  }

  /** Gives the line back. What an output does then is the chip's choice: a Pi keeps its level. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      posix.close(fd);
    }
  }
}
