package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Vector;
import org.deltabed.protocol.WithVector;

/**
 * B9: waiting causal broadcast with vector clocks, which implements reliable causal-order broadcast
 * (rco).
 *
 * <p>A message carries, for each process, how many of its messages come before it. It waits until
 * so many are delivered.
 *
 * <p><b>Events.</b> Request {@code <rcoBroadcast, m>}; indication {@code <rcoDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Those of the reliable broadcast below: Validity, No duplication, No
 * creation, Agreement. Causal order: if m1 causally precedes m2, then no process delivers m2 unless
 * it has also delivered m1 before.
 *
 * <p><b>Assumptions.</b> Those of the reliable broadcast below. A process may broadcast the same
 * message twice: by their vectors they are two.
 *
 * <p><b>Uses.</b> {@code rb}: ReliableBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Waiting Causal Broadcast;
 * dependable-systems-notes, 8.2 Causal-Order Broadcast using Vector Clocks. Where they differ this
 * is 8.2.
 *
 * <p><b>In slots.</b> As the reliable broadcast below: a message waits for one whose sender crashed
 * and which is relayed.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The notes' {@code trigger <rcoDeliver, self, m>} in {@code deliver-pending} names the wrong
 *       process: s broadcast m, not self (mistake B9-own-name).
 *   <li>8.2 has {@code if} where the notes have {@code while}: a delivery may make another
 *       possible. With {@code if}, m2 that came before m1 waits for ever (B9-if-for-while: n=2,
 *       f=0). Here it is a guard, run until nothing can be delivered. The notes' indentation, with
 *       {@code for all pk} as a loop around the delivery, would deliver m once for each pk.
 *   <li>The notes' {@code for all pi: VC[pi] = ∅} compares, and with a set: 0 is meant, and
 *       assigned, as in 8.2.
 *   <li>8.2's {@code V[rank(self)] ← lsn} after {@code w ← V} is a slip for {@code W[rank(self)] ←
 *       lsn}: as it stands, W does not count the sender's own messages that are not delivered yet,
 *       so that two of them in a row carry the same W, and V counts them twice. 8.2's pending also
 *       loses the sender: {@code [W, m]} for {@code [p, W, m]}.
 *   <li>The notes deliver the sender's own message when it is broadcast ({@code if pj != self} then
 *       skips it), before the broadcast below says so. That keeps causal order, but not uniform
 *       agreement if the broadcast below is uniform: the sender delivers and crashes. Here, as in
 *       8.2, it is delivered like any other, and {@code lsn} counts what is broadcast.
 * </ol>
 */
public class WaitingCausalBroadcast extends Component<WaitingCausalBroadcast.S> {
  /** The state. */
  public record S(Vector v, long lsn, MessageSet pending) {}

  private static final String RB = "rb";

  protected Vector v;
  protected long lsn;
  protected MessageSet pending;

  public WaitingCausalBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    v = Vector.zero(n);
    lsn = 0;
    pending = MessageSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon <crb-BROADCAST | m> do
      case Broadcast(var m) -> {
        Vector w = v.with(self, lsn); // departure 4
        lsn = lsn + 1;
        trigger(RB, new Broadcast(new WithVector(w, m)));
      }
      // upon <rb-DELIVER | p, [W, m]> do
      case Deliver(int p, WithVector message) -> rbDeliver(p, message);
      default -> throw unexpected(event);
    }
  }

  protected void rbDeliver(int p, WithVector message) {
    pending = pending.with(p, message);
  }

  /** {@code W ≤ V}. */
  protected boolean canDeliver(WithVector message) {
    return ((Vector) message.vector()).isAtMost(v);
  }

  /** The first that can be delivered is; tells whether there was one. */
  protected final boolean deliverPending() {
    for (Data data : pending) {
      if (data.message() instanceof WithVector message && canDeliver(message)) {
        pending = pending.without(data.source(), message);
        v = v.plusOne(data.source());
        trigger(new Deliver(nameOf(data.source()), message.message()));
        return true;
      }
    }
    return false;
  }

  /** Departure 1. */
  protected int nameOf(int sender) {
    return sender;
  }

  @Override
  protected boolean guards() {
    return deliverPending(); // departure 2
  }

  @Override
  public S save() {
    return new S(v, lsn, pending);
  }

  @Override
  public void load(S state) {
    v = state.v;
    lsn = state.lsn;
    pending = state.pending;
  }
}
