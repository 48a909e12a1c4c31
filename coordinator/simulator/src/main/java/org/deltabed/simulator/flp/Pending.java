package org.deltabed.simulator.flp;

import org.deltabed.protocol.Value;

/**
 * A message in the pool: the page's (p, m).
 *
 * @param to the process to which it is on its way
 * @param number which of its sender's messages it is, from 0
 * @param frame the number of the message alone in a frame
 * @param message what it says
 */
public record Pending(int to, int sender, int number, int frame, Value message) {
  /** Equal messages of one sender to one process can be told apart by nobody. */
  long kind() {
    return (long) to << 32 | frame;
  }

  @Override
  public String toString() {
    return "p" + sender + "'s " + message + " to p" + to;
  }
}
