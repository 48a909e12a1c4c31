package org.deltabed.hardware.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.deltabed.hardware.posix.Native.bind;
import static org.deltabed.hardware.posix.Native.returnsInt;
import static org.deltabed.hardware.posix.Native.returnsLong;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * System calls of one thread at a time: each instance has its own errno. A failed call returns a
 * negative number, as in C, and {@link #errno()} then says why; nothing here allocates.
 */
public final class Posix {

  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int ESRCH = 3;
  public static final int EINTR = 4;
  public static final int ENXIO = 6;
  public static final int EAGAIN = 11;
  public static final int EACCES = 13;
  public static final int EBUSY = 16;
  public static final int ENODEV = 19;
  public static final int EINVAL = 22;
  public static final int ENOTTY = 25;
  public static final int O_RDWR = 2;
  public static final int O_NOCTTY = 0x100;
  public static final int O_NONBLOCK = 0x800;
  public static final int O_CLOEXEC = 0x80000;
  public static final short POLLIN = 1;
  public static final short POLLERR = 8;
  public static final short POLLHUP = 16;
  public static final int SIGKILL = 9;
  public static final int SIGCONT = 18;
  public static final int SIGSTOP = 19;
  public static final int TCIOFLUSH = 2;
  private static final int PR_SET_TIMERSLACK = 29;
  private static final int PRIO_PROCESS = 0;
  private static final int SCHED_FIFO = 1;
  private static final int SCHED_RESET_ON_FORK = 0x40000000;

  private static final MethodHandle OPEN =
      bind("open", returnsInt(ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE = bind("close", returnsInt(JAVA_INT));
  private static final MethodHandle READ = bind("read", returnsLong(JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle WRITE =
      bind("write", returnsLong(JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle PPOLL =
      bind("ppoll", returnsInt(ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
  private static final MethodHandle EVENTFD = bind("eventfd", returnsInt(JAVA_INT, JAVA_INT));
  private static final MethodHandle PRCTL =
      bind("prctl", returnsInt(JAVA_INT, JAVA_LONG), Linker.Option.firstVariadicArg(1));
  private static final MethodHandle SCHED_SETSCHEDULER =
      bind("sched_setscheduler", returnsInt(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle SETPRIORITY =
      bind("setpriority", returnsInt(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle EXIT_NOW = bind("_exit", FunctionDescriptor.ofVoid(JAVA_INT));
  private static final MethodHandle MALLOC_TRIM = bind("malloc_trim", returnsInt(JAVA_LONG));
  private static final MethodHandle TCFLUSH = bind("tcflush", returnsInt(JAVA_INT, JAVA_INT));
  private static final MethodHandle TCDRAIN = bind("tcdrain", returnsInt(JAVA_INT));
  private static final MethodHandle IOCTL =
      bind("ioctl", returnsInt(JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));

  private final MemorySegment errno;

  /** Ends the process without any of the virtual machine's own endings. */
  public static void exitNow(int code) {
    try (Arena arena = Arena.ofConfined()) {
      EXIT_NOW.invokeExact(Native.newErrno(arena), code);
    } catch (Throwable e) {
      throw new IllegalStateException("_exit", e);
    }
  }

  /** Calls whose errno lives as long as {@code arena}. */
  public Posix(Arena arena) {
    errno = Native.newErrno(arena);
  }

  /** Why the last call failed. */
  public int errno() {
    return Native.errno(errno);
  }

  /** The last failure as an exception that names the call. */
  public IOException failure(String call) {
    return new IOException(call + " failed, errno " + errno());
  }

  public int open(MemorySegment path, int flags) {
    try {
      return (int) OPEN.invokeExact(errno, path, flags);
    } catch (Throwable e) {
      throw new IllegalStateException("open", e);
    }
  }

  public int close(int fd) {
    try {
      return (int) CLOSE.invokeExact(errno, fd);
    } catch (Throwable e) {
      throw new IllegalStateException("close", e);
    }
  }

  public long read(int fd, MemorySegment into, long length) {
    try {
      return (long) READ.invokeExact(errno, fd, into, length);
    } catch (Throwable e) {
      throw new IllegalStateException("read", e);
    }
  }

  public long write(int fd, MemorySegment from, long length) {
    try {
      return (long) WRITE.invokeExact(errno, fd, from, length);
    } catch (Throwable e) {
      throw new IllegalStateException("write", e);
    }
  }

  /** Waits for {@code count} {@code struct pollfd}, at most for the {@code struct timespec}. */
  public int ppoll(MemorySegment fds, long count, MemorySegment timeout) {
    try {
      return (int) PPOLL.invokeExact(errno, fds, count, timeout, MemorySegment.NULL);
    } catch (Throwable e) {
      throw new IllegalStateException("ppoll", e);
    }
  }

  /** A non-blocking event counter, to wake a {@link #ppoll}. */
  public int eventfd() {
    try {
      return (int) EVENTFD.invokeExact(errno, 0, O_NONBLOCK | O_CLOEXEC);
    } catch (Throwable e) {
      throw new IllegalStateException("eventfd", e);
    }
  }

  /** Lets the calling thread's timers fire exactly, and not up to 50 µs late. */
  public int exactTimers() {
    try {
      return (int) PRCTL.invokeExact(errno, PR_SET_TIMERSLACK, 1L);
    } catch (Throwable e) {
      throw new IllegalStateException("prctl", e);
    }
  }

  /**
   * Puts the calling thread, and none that it starts, into the first-in-first-out class.
   *
   * @param parameter a {@code struct sched_param}: one int, the priority 1 to 99
   */
  public int scheduleFifo(MemorySegment parameter) {
    try {
      return (int)
          SCHED_SETSCHEDULER.invokeExact(errno, 0, SCHED_FIFO | SCHED_RESET_ON_FORK, parameter);
    } catch (Throwable e) {
      throw new IllegalStateException("sched_setscheduler", e);
    }
  }

  /** Sets the niceness of one thread, named by its kernel id. */
  public int nice(int thread, int niceness) {
    try {
      return (int) SETPRIORITY.invokeExact(errno, PRIO_PROCESS, thread, niceness);
    } catch (Throwable e) {
      throw new IllegalStateException("setpriority", e);
    }
  }

  /** Gives free memory of the C library's heap back; 1 if there was any. */
  public int mallocTrim() {
    try {
      return (int) MALLOC_TRIM.invokeExact(errno, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException("malloc_trim", e);
    }
  }

  public int tcflush(int fd, int queues) {
    try {
      return (int) TCFLUSH.invokeExact(errno, fd, queues);
    } catch (Throwable e) {
      throw new IllegalStateException("tcflush", e);
    }
  }

  /** Waits until the driver says that all that was written is on the line. */
  public int tcdrain(int fd) {
    try {
      return (int) TCDRAIN.invokeExact(errno, fd);
    } catch (Throwable e) {
      throw new IllegalStateException("tcdrain", e);
    }
  }

  /** A device's own call, with one structure in or out. */
  public int ioctl(int fd, long request, MemorySegment argument) {
    try {
      return (int) IOCTL.invokeExact(errno, fd, request, argument);
    } catch (Throwable e) {
      throw new IllegalStateException("ioctl", e);
    }
  }
}
