package org.deltabed.hardware.serial;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.deltabed.hardware.posix.Posix;

/**
 * A descriptor of our own on a serial device, for the calls that the library does not make, or of
 * which it does not say if they failed.
 */
final class OwnDescriptor implements AutoCloseable {

  private static final int NONE = -1;

  private int fd;

  private OwnDescriptor(int fd) {
    this.fd = fd;
  }

  static OwnDescriptor none() {
    return new OwnDescriptor(NONE);
  }

  static OwnDescriptor open(String device) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Posix posix = new Posix(arena);
      // Not blocking: else opening waits for a modem's carrier.
      int flags = Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_NONBLOCK | Posix.O_CLOEXEC;
      int fd = posix.open(arena.allocateFrom(device), flags);
      if (fd < 0) {
        throw new IOException(SerialBus.refusal(Path.of(device), posix.errno()));
      }
      return new OwnDescriptor(fd);
    }
  }

  int fd() {
    return fd;
  }

  @Override
  public synchronized void close() {
    if (fd != NONE) {
      try (Arena arena = Arena.ofConfined()) {
        new Posix(arena).close(fd);
      }
      fd = NONE;
    }
  }
}
