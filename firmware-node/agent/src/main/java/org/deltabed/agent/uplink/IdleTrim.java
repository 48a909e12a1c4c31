package org.deltabed.agent.uplink;

import org.deltabed.agent.core.RunState;
import org.deltabed.hardware.NativeHeap;

/**
 * Keeps the node small: between runs, when no slot is owed to anybody, free memory goes back to the
 * system now and then. The compiler of the virtual machine takes and leaves several megabytes
 * whenever something new becomes hot.
 */
final class IdleTrim {
  private static final long EVERY_NS = 2_000_000_000;

  private long nextNs;

  IdleTrim(long nowNs) {
    nextNs = nowNs + EVERY_NS;
  }

  void turn(RunState state, long nowNs) {
    boolean idle = state == RunState.IDLE || state == RunState.ENDED;
    if (idle && nowNs >= nextNs) {
      NativeHeap.trim();
      nextNs = nowNs + EVERY_NS;
    }
  }
}
