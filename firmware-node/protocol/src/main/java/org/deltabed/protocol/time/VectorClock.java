package org.deltabed.protocol.time;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.DeliveredAt;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.SentAt;
import org.deltabed.protocol.Stamped;
import org.deltabed.protocol.Vector;

/**
 * M2-vector: vector clock, which implements the logical clock (vc).
 *
 * <p>As a Lamport clock with a count of every process's events, so that the times of two events
 * tell whether one happened before the other.
 *
 * <p><b>Events.</b> Request {@code <Broadcast, m>}; indications {@code <SentAt, m, V>} and {@code
 * <DeliveredAt, p, m, V>}: the broadcast of m by this process, and the delivery of m of p to it,
 * are events of time V.
 *
 * <p><b>Properties.</b> Clock condition: e1 → e2 implies V(e1) &lt; V(e2). Converse clock
 * condition: V(e1) &lt; V(e2) implies e1 → e2. Every event is stamped: every broadcast and every
 * delivery has a time.
 *
 * <p><b>Assumptions.</b> Asynchronous, crash-stop, any f; best-effort broadcast.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Waiting Causal Broadcast;
 * dependable-systems-notes, 3.1 Asynchronous System, whose clock has one number.
 *
 * <p><b>In slots.</b> As best-effort broadcast: a cycle.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The vector of Waiting Causal Broadcast orders messages and not events: a message leaves
 *       with the VC before it is counted, and a delivery counts the sender's entry, {@code VC[s] +
 *       1}. Taken as a clock, the delivery of a message has the time of its broadcast (n=2, f=0).
 *       Here every event counts in its own process's entry, before the message is stamped.
 *   <li>{@code VC[s] := VC[s] + 1} is right there only because delivery waits for all that the
 *       message depends on. Nothing waits here, so the stamp is merged entry by entry, with the
 *       greater one. To do both counts an event that this process knows nothing of (n=2, f=0).
 *   <li>{@code VC[pi] = ∅} sets a number to a set; 0 is meant.
 *   <li>A process delivers its own message when it comes, not when it is sent; the page keeps it
 *       from coming.
 * </ol>
 */
public class VectorClock extends Component<VectorClock.S> {
  /** The state: the page's VC. */
  public record S(Vector vc) {}

  private static final String BEB = "beb";

  protected Vector vc;

  public VectorClock(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    vc = Vector.zero(n);
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Broadcast(var m) -> {
        vc = vc.plusOne(self);
        trigger(new SentAt(m, vc));
        trigger(BEB, new Broadcast(new Stamped(vc, m)));
      }
      case Deliver(int p, Stamped(Vector ts, var m)) -> {
        vc = afterReceiving(p, ts);
        trigger(new DeliveredAt(p, m, vc));
      }
      default -> throw unexpected(event);
    }
  }

  protected Vector afterReceiving(int p, Vector ts) {
    return vc.max(ts).plusOne(self);
  }

  @Override
  public S save() {
    return new S(vc);
  }

  @Override
  public void load(S state) {
    vc = state.vc;
  }
}
