package org.deltabed.protocol.replication;

/**
 * Quorums of n processes of which f may do as they like: sets so large that any two have a correct
 * process in common, and as small as that allows.
 *
 * <p>Two sets of q processes have at least 2q − n in common, and f of those may be faulty. So 2q −
 * n must be f + 1 or more, and the least such q is (n + f) / 2 + 1, rounded down. A quorum answers
 * even if f processes are silent where q ≤ n − f, which is so for n &gt; 3f.
 *
 * <p>For n = kf + 1 that is ((k + 1) f + 1) / 2 + 1, rounded down, and 2f + 1 for k = 3.
 *
 * <p><b>Source.</b> multipaxos-pbft-exercise, PBFT: Prepare → Commit, which asks for the quorum of
 * n = kf + 1 and does not give it.
 *
 * @param n how many processes there are
 * @param f how many of them may be faulty
 */
public record Quorums(int n, int f) {
  /** How many processes make a quorum. */
  public int size() {
    return (n + f) / 2 + 1;
  }

  /** How many processes any two quorums have in common at least. */
  public int intersection() {
    return 2 * size() - n;
  }

  /** Whether the correct processes alone make one: if not, f silent processes stop everything. */
  public boolean isAvailable() {
    return size() <= n - f;
  }

  /** So many processes that one of them is correct. */
  public int withCorrectOne() {
    return f + 1;
  }
}
