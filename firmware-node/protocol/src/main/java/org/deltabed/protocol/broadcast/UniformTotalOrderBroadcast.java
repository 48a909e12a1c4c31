package org.deltabed.protocol.broadcast;

/**
 * B10-uniform: total order broadcast from uniform consensus, which implements uniform total order
 * broadcast (utob).
 *
 * <p>The algorithm of {@link TotalOrderBroadcast} over uniform reliable broadcast and uniform
 * consensus.
 *
 * <p><b>Events.</b> Request {@code <tobBroadcast, m>}; indication {@code <tobDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Those of uniform reliable broadcast: Validity, No duplication, No creation,
 * Uniform agreement. Uniform total order: let m1 and m2 be any two messages, and p<sub>i</sub> any
 * process that delivers m1 without having delivered m2; then no process delivers m2 before m1. That
 * is the strong one of the page's three definitions, of any process: of two processes one has
 * always delivered a prefix of what the other has. The two weaker ones follow.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P (below
 * consensus and broadcast). No process broadcasts the same message twice.
 *
 * <p><b>Uses.</b> {@code urb}: UniformReliableBroadcast; {@code uc[]}: UniformConsensus, one
 * instance for each sequence number.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Total Order Broadcast, Algorithm: "For uniform
 * total order broadcast we use the uniform reliable broadcast primitive instead of the reliable
 * broadcast primitive."
 *
 * <p><b>In slots.</b> Over B4 and C2: one cycle for the acknowledgements and one for consensus, and
 * one more if a consensus runs when the message comes. Over B4 and a consensus of t+1 slots
 * (B10-C5) the second cycle is t+1 slots.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The quoted sentence is not enough: the consensus has to be uniform too. Over uniform
 *       broadcast and regular consensus (mistake B10-regular-consensus), p1 decides a set alone,
 *       delivers it and crashes, and the others decide another: n=2, f=1.
 *   <li>And with uniform consensus the broadcast matters less than the page has it: what anybody
 *       delivers was decided, and is decided by all that are asked. Uniform broadcast is needed so
 *       that all are asked: with the regular one, a process that crashes may be the only one that
 *       ever proposes in an instance, and the specification of consensus then owes nothing. Over C2
 *       it would do no harm, since there nobody decides before every correct process has spoken.
 *   <li>Those of B10. Departure 2 is idle here, since no process decides differently.
 * </ol>
 */
public class UniformTotalOrderBroadcast extends TotalOrderBroadcast {
  public UniformTotalOrderBroadcast(Context context) {
    super(context);
  }

  @Override
  protected String rb() {
    return "urb";
  }

  @Override
  protected String cons() {
    return "uc";
  }
}
