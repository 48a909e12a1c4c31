package org.deltabed.protocol.broadcast;

/**
 * B7-uniform: non-blocking uniform causal broadcast using the past, which implements uniform
 * reliable causal-order broadcast (urco).
 *
 * <p>The algorithm of {@link NoWaitingCausalBroadcast} over uniform reliable broadcast.
 *
 * <p><b>Events.</b> Request {@code <rcoBroadcast, m>}; indication {@code <rcoDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Those of uniform reliable broadcast: Validity, No duplication, No creation,
 * Uniform agreement. Causal order: if m1 causally precedes m2, then no process delivers m2 unless
 * it has also delivered m1 before.
 *
 * <p><b>Assumptions.</b> Those of the uniform reliable broadcast below. "It is assumed that you
 * cannot broadcast the same message twice."
 *
 * <p><b>Uses.</b> {@code urb}: UniformReliableBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Causal Broadcast, Non-blocking algorithm using
 * the past: "Same for uniform reliable causal broadcast, just uses uniform reliable broadcast under
 * the hood instead of reliable broadcast."
 *
 * <p><b>In slots.</b> As the uniform reliable broadcast below, while the past fits the frames.
 *
 * <p><b>Departures from the page.</b> Those of B7. The quoted sentence holds: what a process
 * delivers out of the past of m is delivered by all that deliver m, and m is urbDelivered.
 */
public class UniformNoWaitingCausalBroadcast extends NoWaitingCausalBroadcast {
  public UniformNoWaitingCausalBroadcast(Context context) {
    super(context);
  }

  @Override
  protected String rb() {
    return "urb";
  }
}
