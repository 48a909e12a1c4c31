package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Vector;

/**
 * B6: FIFO-order broadcast with sequence numbers, which implements reliable broadcast with FIFO
 * order (frb).
 *
 * <p><b>Events.</b> Request {@code <frbBroadcast, m>}; indication {@code <frbDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Those of the reliable broadcast below: Validity, No duplication, No
 * creation, Agreement. FIFO order: if a process broadcasts m1 and subsequently broadcasts m2, then
 * no process delivers m2 unless it has also delivered m1 before.
 *
 * <p><b>Assumptions.</b> Those of the reliable broadcast below. A process may broadcast the same
 * message twice: by their numbers they are two.
 *
 * <p><b>Uses.</b> {@code rb}: ReliableBroadcast.
 *
 * <p><b>Source.</b> dependable-systems-notes, 7.7.1 FIFO-Order Broadcast.
 *
 * <p><b>In slots.</b> As the reliable broadcast below. The bus itself keeps FIFO order, and only
 * the last frame of a process can miss somebody, so nothing ever waits here; it does where messages
 * may overtake each other.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page is two sentences. Read as: numbers from 0; {@code next[s]}, the number of s's
 *       message that comes next; {@code pending}, what came before its turn. Every delivery may
 *       make another possible, so pending is looked through again until nothing in it is next: who
 *       looks only at what has just come (mistake B6-looks-once) keeps m2 for ever that came before
 *       m1.
 * </ol>
 */
public class FifoBroadcast extends Component<FifoBroadcast.S> {
  /** The state. */
  public record S(long lsn, Vector next, MessageSet pending) {}

  private static final String RB = "rb";

  protected long lsn;
  protected Vector next;
  protected MessageSet pending;

  public FifoBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    lsn = 0;
    next = Vector.zero(n);
    pending = MessageSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // "Each process adds a (local) sequence number to every payload message"
      case Broadcast(var m) -> {
        trigger(RB, new Broadcast(new Numbered(lsn, m)));
        lsn = lsn + 1;
      }
      case Deliver(int s, Numbered message) -> rbDeliver(s, message);
      default -> throw unexpected(event);
    }
  }

  protected void rbDeliver(int s, Numbered message) {
    pending = pending.with(s, message);
  }

  /** Whether it is the turn of that message of s. */
  protected boolean isNext(int s, Numbered message) {
    return message.number() == next.get(s);
  }

  @Override
  protected boolean guards() {
    // "every receiver delivers payload messages according to the sequence number"
    for (Data data : pending) {
      if (data.message() instanceof Numbered message && isNext(data.source(), message)) {
        pending = pending.without(data.source(), message);
        next = next.plusOne(data.source());
        trigger(new Deliver(data.source(), message.message()));
        return true;
      }
    }
    return false;
  }

  @Override
  public S save() {
    return new S(lsn, next, pending);
  }

  @Override
  public void load(S state) {
    lsn = state.lsn;
    next = state.next;
    pending = state.pending;
  }
}
