package org.deltabed.protocol.agreement;

/**
 * C5-slots: uniform consensus in f+1 slots, which implements uniform consensus (ucons).
 *
 * <p>Uniform hierarchical consensus with f+1 leaders in place of n. One of them is correct:
 * everybody hears it and adopts its value, and so does every leader after it.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>}; indication {@code <Decide, v>}.
 *
 * <p><b>Properties.</b> Validity: any value decided is a value proposed. Uniform agreement: no two
 * processes decide differently. Termination: every correct process eventually decides. Integrity:
 * no process decides more than once.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, at most the f &lt; N crashes that every process is
 * told of, the perfect failure detector P, best-effort broadcast. Every correct process of ranks 1
 * to f+1 proposes; the others need not.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> Beyond the notes, which lead through n rounds: distributed-algorithms-notes,
 * Consensus, Algorithm - Uniform Hierarchical Consensus, cut after round f+1: that one of f+1
 * coordinators in turn is correct is common to all that rotate them.
 *
 * <p><b>In slots.</b> The leader of round i owns slot i-1, so all that live decide when slot f
 * ends, whoever crashes. One slot less would do on the bus if f = n-1, as a test of C2 shows, and
 * else not, as a seeded mistake does (n=3, f=1).
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page's last round is n; here f+1, and who is of a lower rank says nothing.
 *   <li>Those of {@link UniformHierarchicalConsensus}. Nobody decides nil here either: the value of
 *       the correct leader has been adopted.
 * </ol>
 */
public class UniformConsensusInSlots extends UniformHierarchicalConsensus {
  public UniformConsensusInSlots(Context context) {
    super(context);
  }

  @Override
  protected int lastRound() {
    return Math.min(f + 1, n);
  }
}
