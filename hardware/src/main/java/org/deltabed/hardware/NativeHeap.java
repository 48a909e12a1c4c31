package org.deltabed.hardware;

import java.lang.foreign.Arena;
import org.deltabed.hardware.posix.Posix;

/**
 * The C library's heap of this process. The compiler of the virtual machine leaves some megabytes
 * in it, which are free and still resident.
 */
public final class NativeHeap {

  private NativeHeap() {}

  /**
   * Gives what is free back to the system. Takes milliseconds and a lock: not while slots depend on
   * it.
   */
  public static void trim() {
    try (Arena arena = Arena.ofConfined()) {
      new Posix(arena).mallocTrim();
    }
  }
}
