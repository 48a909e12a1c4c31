package org.deltabed.hardware.virtual;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.deltabed.hardware.posix.Posix;
import org.deltabed.hardware.posix.Terminals;

/**
 * A pseudo-terminal, held by its master side. It keeps a slave descriptor open: without one,
 * reading the master fails with EIO before the first node has opened it, and after each killed one.
 * Not thread-safe. Reading and writing never block and never allocate.
 */
public final class PseudoTerminal implements AutoCloseable {

  /** The most that one {@link #read} or {@link #write} moves; the kernel's own buffer. */
  public static final int BLOCK_BYTES = 4096;

  private final Arena arena = Arena.ofShared();
  private final Posix posix = new Posix(arena);
  private final MemorySegment block = arena.allocate(BLOCK_BYTES);
  private final Terminals.Pair pair;
  private boolean closed;

  private PseudoTerminal(Terminals.Pair pair) {
    this.pair = pair;
  }

  /** A new terminal, raw, with nobody else on it. */
  public static PseudoTerminal open() throws IOException {
    return new PseudoTerminal(Terminals.openRaw());
  }

  /** What a node opens as its serial device. */
  public String path() {
    return pair.path();
  }

  int master() {
    return pair.master();
  }

  /**
   * Takes what was written to the slave.
   *
   * @return how many bytes are in {@code into} from index 0; 0 if there are none now
   */
  public int read(byte[] into) {
    long length = posix.read(pair.master(), block, Math.min(into.length, BLOCK_BYTES));
    if (length <= 0) {
      return 0;
    }
    MemorySegment.copy(block, ValueLayout.JAVA_BYTE, 0, into, 0, (int) length);
    return (int) length;
  }

  /**
   * Gives bytes to the slave's reader.
   *
   * @return how many were taken: fewer than {@code length} if the reader has stopped reading
   */
  public int write(byte[] from, int length) {
    MemorySegment.copy(from, 0, block, ValueLayout.JAVA_BYTE, 0, length);
    return (int) Math.max(0, posix.write(pair.master(), block, length));
  }

  /** Throws away what either side has written and the other has not yet read. */
  public void flush() {
    posix.tcflush(pair.slave(), Posix.TCIOFLUSH);
    posix.tcflush(pair.master(), Posix.TCIOFLUSH);
  }

  /** Hangs up: whoever has the slave open finds the device gone. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      posix.close(pair.slave());
      posix.close(pair.master());
      arena.close();
    }
  }
}
