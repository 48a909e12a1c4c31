package org.deltabed.hardware.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.deltabed.hardware.posix.Native.bind;
import static org.deltabed.hardware.posix.Native.returnsInt;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Makes pseudo-terminals. */
public final class Terminals {

  private static final int TCSANOW = 0;
  private static final int PATH_BYTES = 128;

  /** glibc's {@code struct termios} has 60 bytes; a little more does no harm. */
  private static final int TERMIOS_BYTES = 128;

  private static final MethodHandle POSIX_OPENPT = bind("posix_openpt", returnsInt(JAVA_INT));
  private static final MethodHandle GRANTPT = bind("grantpt", returnsInt(JAVA_INT));
  private static final MethodHandle UNLOCKPT = bind("unlockpt", returnsInt(JAVA_INT));
  private static final MethodHandle PTSNAME =
      bind("ptsname_r", returnsInt(JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle TCGETATTR = bind("tcgetattr", returnsInt(JAVA_INT, ADDRESS));
  private static final MethodHandle TCSETATTR =
      bind("tcsetattr", returnsInt(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle CFMAKERAW =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().find("cfmakeraw").orElseThrow(),
              FunctionDescriptor.ofVoid(ADDRESS));

  private Terminals() {}

  /** An open terminal: both descriptors, and the path that another process opens. */
  public record Pair(int master, int slave, String path) {}

  /**
   * Opens a terminal whose slave is raw before anybody else can know its path, so that it neither
   * echoes nor edits. The master does not block.
   */
  public static Pair openRaw() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Posix posix = new Posix(arena);
      MemorySegment errno = Native.newErrno(arena);
      int flags = Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_CLOEXEC;
      int master = (int) POSIX_OPENPT.invokeExact(errno, flags | Posix.O_NONBLOCK);
      check("posix_openpt", master, errno);
      int slave = -1;
      try {
        check("grantpt", (int) GRANTPT.invokeExact(errno, master), errno);
        check("unlockpt", (int) UNLOCKPT.invokeExact(errno, master), errno);
        MemorySegment path = arena.allocate(PATH_BYTES);
        int named = (int) PTSNAME.invokeExact(errno, master, path, (long) PATH_BYTES);
        check("ptsname_r", -named, errno);
        slave = posix.open(path, flags);
        if (slave < 0) {
          throw posix.failure("open " + path.getString(0));
        }
        makeRaw(slave, arena.allocate(TERMIOS_BYTES), errno);
        return new Pair(master, slave, path.getString(0));
      } catch (IOException e) {
        posix.close(master);
        if (slave >= 0) {
          posix.close(slave);
        }
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("opening a pseudo-terminal", e);
    }
  }

  private static void makeRaw(int fd, MemorySegment termios, MemorySegment errno) throws Throwable {
    check("tcgetattr", (int) TCGETATTR.invokeExact(errno, fd, termios), errno);
    CFMAKERAW.invokeExact(termios);
    check("tcsetattr", (int) TCSETATTR.invokeExact(errno, fd, TCSANOW, termios), errno);
  }

  private static void check(String call, int result, MemorySegment errno) throws IOException {
    if (result < 0) {
      throw new IOException(call + " failed, errno " + Native.errno(errno));
    }
  }
}
