package org.deltabed.hardware.virtual;

import java.io.IOException;

/** One node's terminal, and what is to be handed to its reader. Guarded by the bus's lock. */
final class BusPort {

  final int number;
  final PseudoTerminal terminal;
  private final byte[] staged = new byte[PseudoTerminal.BLOCK_BYTES];
  private int stagedLength;
  private final PortCounters counters;

  BusPort(int number, PortCounters counters) throws IOException {
    this.number = number;
    this.counters = counters;
    terminal = PseudoTerminal.open();
  }

  void stage(byte value) {
    if (stagedLength == staged.length) {
      deliver();
    }
    staged[stagedLength++] = value;
  }

  /** Hands over what is staged. A reader that has stopped loses it, and never stops the bus. */
  void deliver() {
    if (stagedLength > 0) {
      int taken = terminal.write(staged, stagedLength);
      counters.deliveredBytes += taken;
      counters.overrunBytes += stagedLength - taken;
      stagedLength = 0;
    }
  }

  /** Forgets all that an earlier boot wrote or did not read. */
  void clear(byte[] scratch) {
    stagedLength = 0;
    terminal.flush();
    int lost = terminal.read(scratch);
    while (lost > 0) {
      counters.discardedBytes += lost;
      lost = terminal.read(scratch);
    }
  }
}
