package org.deltabed.protocol.replication.paxos;

/**
 * Who uses which proposal numbers among n proposers, so that no two use one: p1 has 1, n+1, 2n+1
 * and so on, p2 has 2, n+2, 2n+2.
 *
 * <p><b>Source.</b> multipaxos-pbft-exercise, "Another proposer? Has to use another sequence number
 * n!".
 */
public record Numbers(int proposers) {
  /** Below every number. */
  public static final long NONE = 0;

  /** Whose number it is; 0 where there is none yet. */
  public int owner(long number) {
    return number == NONE ? 0 : (int) ((number - 1) % proposers) + 1;
  }

  /** How many numbers its owner had before it. */
  public long round(long number) {
    return (number - 1) / proposers;
  }

  /** The first number of that proposer above all that it knows of. */
  public long above(long highest, int proposer) {
    long number = highest == NONE ? proposer : round(highest) * proposers + proposer;
    return number > highest ? number : number + proposers;
  }
}
