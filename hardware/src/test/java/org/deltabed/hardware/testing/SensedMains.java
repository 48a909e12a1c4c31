package org.deltabed.hardware.testing;

import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.hardware.virtual.plug.Mains;

/** A node's supply whose 3.3 V rail is a line of a virtual pin board. */
public final class SensedMains implements Mains {

  private final VirtualPinBoard board;
  private final String line;

  /** Defines the line; there is power. */
  public SensedMains(VirtualPinBoard board, String line) {
    this.board = board;
    this.line = line;
    board.define(line, true);
  }

  @Override
  public void set(boolean on) {
    board.drive(line, on);
  }

  @Override
  public boolean on() {
    return board.level(line);
  }

  /** Waits, at most 20 s. */
  public boolean becomes(boolean on) throws InterruptedException {
    for (int i = 0; i < 2_000 && on() != on; i++) {
      Thread.sleep(10);
    }
    return on() == on;
  }
}
