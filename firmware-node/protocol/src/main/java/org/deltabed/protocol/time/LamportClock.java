package org.deltabed.protocol.time;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.DeliveredAt;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.SentAt;
import org.deltabed.protocol.Stamped;
import org.deltabed.protocol.Value;

/**
 * M2: Lamport clock, which implements the logical clock (lc).
 *
 * <p>Stamps broadcasts, and tells the time of every broadcast and every delivery.
 *
 * <p><b>Events.</b> Request {@code <Broadcast, m>}; indications {@code <SentAt, m, l>} and {@code
 * <DeliveredAt, p, m, l>}: the broadcast of m by this process, and the delivery of m of p to it,
 * are events of time l.
 *
 * <p><b>Properties.</b> Clock condition: e1 → e2 implies l(e1) &lt; l(e2). Every event is stamped:
 * every broadcast and every delivery has a time.
 *
 * <p><b>Assumptions.</b> Asynchronous, crash-stop, any f; best-effort broadcast.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> dependable-systems-notes, 3.1 Asynchronous System and 3.1.2 Lemma.
 *
 * <p><b>In slots.</b> As best-effort broadcast: a cycle.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code lp ← lp + 1} when "an event e on p occurs": a sending is an event, so it counts
 *       before the message is stamped. The rule for sending says {@code ts(m) = lp} and no more; of
 *       one who stamps first and counts then, the message arrives with the time before, and a
 *       process whose clock is at 0 delivers it at the very time of its sending (n=2, f=0).
 *   <li>A receipt is an event too, so by the first rule and the last it would count twice, {@code
 *       max{lp + 1, ts(m')} + 1}. It does no harm; here it counts once.
 *   <li>The page sends to one process and this clock to all, itself included: the delivery of its
 *       own message is one more event.
 *   <li>The lemma's "but not the other way round" is no property: it only says that l(e1) &lt;
 *       l(e2) does not imply e1 → e2. A vector clock's does.
 * </ol>
 */
public class LamportClock extends Component<LamportClock.S> {
  /** The state: the page's lp. */
  public record S(long l) {}

  private static final String BEB = "beb";

  protected long l;

  public LamportClock(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    l = 0;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // When p sends a message m, then p attaches a timestamp ts(m) = lp to m
      case Broadcast(var m) -> {
        Num ts = tickToSend();
        trigger(new SentAt(m, new Num(l)));
        trigger(BEB, new Broadcast(new Stamped(ts, m)));
      }
      case Deliver(int p, Stamped(Num(long ts), var m)) -> bebDeliver(p, ts, m);
      default -> throw unexpected(event);
    }
  }

  /** When an event e on p occurs, then lp ← lp + 1; gives the timestamp of the message. */
  protected Num tickToSend() {
    l = l + 1;
    return new Num(l);
  }

  protected void bebDeliver(int p, long ts, Value m) {
    l = afterReceiving(ts);
    trigger(new DeliveredAt(p, m, new Num(l)));
  }

  /** When p receives a message m' with ts(m'), then p sets lp ← max{lp, ts(m')} + 1. */
  protected long afterReceiving(long ts) {
    return Math.max(l, ts) + 1;
  }

  @Override
  public S save() {
    return new S(l);
  }

  @Override
  public void load(S state) {
    l = state.l;
  }
}
