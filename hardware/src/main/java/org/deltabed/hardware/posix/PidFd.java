package org.deltabed.hardware.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.deltabed.hardware.posix.Native.bind;
import static org.deltabed.hardware.posix.Native.returnsInt;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A process descriptor: signals through it reach this process or nobody, never another one that got
 * the same number later. Signals may be sent from any thread; one thread may wait.
 */
public final class PidFd implements AutoCloseable {

  private static final int POLLFD_BYTES = 8;
  private static final int EVENTS_AT = 4;

  private static final MethodHandle PIDFD_OPEN = bind("pidfd_open", returnsInt(JAVA_INT, JAVA_INT));
  private static final MethodHandle PIDFD_SEND_SIGNAL =
      bind("pidfd_send_signal", returnsInt(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  private final Arena arena = Arena.ofShared();
  private final Posix posix = new Posix(arena);
  private final MemorySegment signalErrno = Native.newErrno(arena);
  private final MemorySegment pollFd = arena.allocate(POLLFD_BYTES, 8);
  private final int fd;
  private boolean closed;

  private PidFd(int pid) throws IOException {
    try {
      fd = (int) PIDFD_OPEN.invokeExact(signalErrno, pid, 0);
    } catch (Throwable e) {
      throw new IllegalStateException("pidfd_open", e);
    }
    if (fd < 0) {
      int errno = Native.errno(signalErrno);
      arena.close();
      throw new IOException("pidfd_open failed, errno " + errno);
    }
    pollFd.set(ValueLayout.JAVA_INT, 0, fd);
    pollFd.set(ValueLayout.JAVA_SHORT, EVENTS_AT, Posix.POLLIN);
  }

  /**
   * The descriptor of a child that this process has not waited for yet.
   *
   * @throws IOException if there is no such process, or no descriptor left
   */
  public static PidFd of(long pid) throws IOException {
    return new PidFd(Math.toIntExact(pid));
  }

  /** Sends a signal, and says whether the process was still there to get it. */
  public synchronized boolean signal(int number) {
    if (closed) {
      return false;
    }
    int result;
    try {
      result = (int) PIDFD_SEND_SIGNAL.invokeExact(signalErrno, fd, number, MemorySegment.NULL, 0);
    } catch (Throwable e) {
      throw new IllegalStateException("pidfd_send_signal", e);
    }
    int errno = result < 0 ? Native.errno(signalErrno) : 0;
    if (errno != 0 && errno != Posix.ESRCH) {
      throw new IllegalStateException("signal " + number + " failed, errno " + errno);
    }
    return result == 0;
  }

  /** Returns when the process has exited, which is before its parent collects it. */
  public void awaitExit() {
    int ready = 0;
    while (ready <= 0) {
      ready = posix.ppoll(pollFd, 1, MemorySegment.NULL);
      if (ready < 0 && posix.errno() != Posix.EINTR) {
        throw new IllegalStateException(posix.failure("ppoll"));
      }
    }
  }

  /** For the waiting thread, after {@link #awaitExit}. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      posix.close(fd);
      arena.close();
    }
  }
}
