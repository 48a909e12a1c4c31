package org.deltabed.hardware.serial;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.deltabed.hardware.posix.Posix;

/**
 * The kernel's RS-485 mode, {@code struct serial_rs485} of {@code linux/serial.h}: RTS is high
 * while bytes go. jSerialComm can ask for it too, but does not say if the driver refused.
 */
final class KernelRs485 {

  static final int STRUCT_BYTES = 32;
  static final int ENABLED = 1;
  static final int RTS_ON_SEND = 1 << 1;
  static final int RTS_AFTER_SEND = 1 << 2;
  private static final long GET = 0x542E;
  private static final long SET = 0x542F;

  private KernelRs485() {}

  /**
   * Sets the mode without delays, and reads it back.
   *
   * @throws IOException naming the device and what to do instead
   */
  static void enable(String device, int fd) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Posix posix = new Posix(arena);
      MemorySegment mode = arena.allocate(STRUCT_BYTES, 8);
      mode.set(ValueLayout.JAVA_INT, 0, ENABLED | RTS_ON_SEND);
      if (posix.ioctl(fd, SET, mode) < 0) {
        throw refused(device, "its driver has no RS-485 mode (errno " + posix.errno() + ")");
      }
      mode.fill((byte) 0);
      if (posix.ioctl(fd, GET, mode) < 0) {
        throw refused(device, "its RS-485 mode cannot be read back (errno " + posix.errno() + ")");
      }
      check(device, mode.get(ValueLayout.JAVA_INT, 0));
    }
  }

  /** Drivers may accept the call and change what they do not support. */
  static void check(String device, int flags) throws IOException {
    if ((flags & ENABLED) == 0) {
      throw refused(device, "its driver took the RS-485 mode, and it is off");
    }
    if ((flags & RTS_ON_SEND) == 0 || (flags & RTS_AFTER_SEND) != 0) {
      throw refused(device, "its driver does not drive RTS high while it sends");
    }
  }

  private static IOException refused(String device, String reason) {
    return new IOException(
        device
            + ": "
            + reason
            + " — use direction: auto with an adapter that turns around by itself, or direction: pin");
  }
}
