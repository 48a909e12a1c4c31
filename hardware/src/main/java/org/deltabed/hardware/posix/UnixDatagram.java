package org.deltabed.hardware.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.deltabed.hardware.posix.Native.bind;
import static org.deltabed.hardware.posix.Native.returnsInt;
import static org.deltabed.hardware.posix.Native.returnsLong;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * Datagrams to one socket of the Unix family, which Java's own channels do not have. One thread at
 * a time; sending allocates nothing.
 */
public final class UnixDatagram implements AutoCloseable {

  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int FAMILY_BYTES = 2;
  private static final int PATH_BYTES_MAX = 108;

  private static final MethodHandle SOCKET =
      bind("socket", returnsInt(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle SENDTO =
      bind("sendto", returnsLong(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

  private final Arena arena = Arena.ofShared();
  private final Posix posix = new Posix(arena);
  private final MemorySegment errno = Native.newErrno(arena);
  private final MemorySegment address = arena.allocate(FAMILY_BYTES + PATH_BYTES_MAX, 2);
  private final int addressBytes;
  private final int fd;

  /**
   * @param path of the socket; one that begins with {@code @} is in the abstract name space
   * @throws IOException if there is no such path, or no descriptor left
   */
  public UnixDatagram(String path) throws IOException {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length >= PATH_BYTES_MAX) {
      throw new IOException("a socket path has 1 to 107 bytes: " + path);
    }
    boolean hidden = bytes[0] == '@';
    if (hidden) {
      bytes[0] = 0;
    }
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(bytes, 0, address, JAVA_BYTE, FAMILY_BYTES, bytes.length);
    addressBytes = FAMILY_BYTES + bytes.length + (hidden ? 0 : 1);
    try {
      fd = (int) SOCKET.invokeExact(errno, AF_UNIX, SOCK_DGRAM | Posix.O_CLOEXEC, 0);
    } catch (Throwable e) {
      throw new IllegalStateException("socket", e);
    }
    if (fd < 0) {
      throw new IOException("socket failed, errno " + Native.errno(errno));
    }
  }

  /** A message that can be sent again and again. */
  public MemorySegment message(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    MemorySegment segment = arena.allocate(bytes.length);
    MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
    return segment;
  }

  /** Sends without waiting; false if nobody takes it. */
  public boolean send(MemorySegment message) {
    try {
      long sent =
          (long)
              SENDTO.invokeExact(
                  errno,
                  fd,
                  message,
                  message.byteSize(),
                  MSG_DONTWAIT | MSG_NOSIGNAL,
                  address,
                  addressBytes);
      return sent == message.byteSize();
    } catch (Throwable e) {
      throw new IllegalStateException("sendto", e);
    }
  }

  @Override
  public void close() {
    posix.close(fd);
    arena.close();
  }
}
