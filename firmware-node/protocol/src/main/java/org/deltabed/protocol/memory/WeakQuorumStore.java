package org.deltabed.protocol.memory;

/**
 * R9-weak: the key-value store with r = w = 1, so that r + w is at most N.
 *
 * <p>It answers as long as anybody lives, and a get may return what was replaced long ago (mistake
 * R9-weak-fresh). Read repair finds nothing, as a get hears from one replica; anti-entropy alone
 * makes the replicas equal in the end.
 *
 * <p><b>Events.</b> As R9.
 *
 * <p><b>Properties.</b> Termination: if a correct process invokes an operation, then the operation
 * eventually completes. No creation: a get returns a value that was put before or meanwhile, or
 * nil. Eventual consistency: when no more is put, all gets return the same.
 *
 * <p><b>Assumptions.</b> Crash-stop, any f &lt; N, no detector. Each process has one operation open
 * at a time.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> dependable-systems-notes, 6.1.3 Practical Leaderless Replication: "Some systems
 * use r + w ≤ n".
 *
 * <p><b>In slots.</b> An operation takes one slot for each of its quorums: the own answer is
 * enough.
 *
 * <p><b>Departures from the page.</b> Those of R9.
 */
public class WeakQuorumStore extends QuorumStore {
  public WeakQuorumStore(Context context) {
    super(context);
  }

  @Override
  protected int r() {
    return 1;
  }

  @Override
  protected int w() {
    return 1;
  }
}
