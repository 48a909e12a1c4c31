package org.deltabed.protocol.broadcast;

import java.util.List;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.WithPast;

/**
 * B7: non-blocking causal broadcast using the past, which implements reliable causal-order
 * broadcast (rco).
 *
 * <p>A message carries everything that its sender had broadcast or delivered. Who receives it
 * delivers first what it has missed of that, and never waits.
 *
 * <p><b>Events.</b> Request {@code <rcoBroadcast, m>}; indication {@code <rcoDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Those of the reliable broadcast below: Validity, No duplication, No
 * creation, Agreement. Causal order: if m1 causally precedes m2, then no process delivers m2 unless
 * it has also delivered m1 before.
 *
 * <p><b>Assumptions.</b> Those of the reliable broadcast below. "It is assumed that you cannot
 * broadcast the same message twice."
 *
 * <p><b>Uses.</b> {@code rb}: ReliableBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Causal Broadcast, Non-blocking algorithm using
 * the past.
 *
 * <p><b>In slots.</b> As the reliable broadcast below, while the past fits the frames: "messages
 * grow linearly with time".
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code past} is a set on the page ({@code ∅}, {@code U}), and {@code forall [sn, n] in
 *       past_m} goes through it in no order: in another than that in which it came about, the
 *       messages of the past are themselves delivered against causal order (mistake
 *       B7-past-unordered; n=2, with three messages of one sender). Here it is a list in the order
 *       in which messages were added, which never puts one before what precedes it.
 *   <li>A message that the sender broadcasts is added to its past at once, and once more when it is
 *       delivered: no harm to a set. The list adds it once, at its first place.
 *   <li>{@code m ∉ delivered} and {@code n ∉ delivered} tell messages by m alone, {@code past} by
 *       [s<sub>n</sub>, n]. Here both hold (source, m).
 * </ol>
 */
public class NoWaitingCausalBroadcast extends Component<NoWaitingCausalBroadcast.S> {
  /** The state. */
  public record S(MessageSet delivered, Past past) {}

  protected MessageSet delivered;
  protected Past past;

  public NoWaitingCausalBroadcast(Context context) {
    super(context);
  }

  /** The name by which it uses the broadcast below. */
  protected String rb() {
    return "rb";
  }

  @Override
  protected void init() {
    delivered = MessageSet.EMPTY;
    past = Past.NONE;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <rcoBroadcast, m> do
      case Broadcast(var m) -> {
        trigger(rb(), new Broadcast(new WithPast(past.toValues(), m)));
        past = past.with(self, m);
      }
      // upon event <rbDeliver, pi, [Data, past_m, m]> do
      case Deliver(int p, WithPast(var pastOfM, var m)) -> {
        if (!delivered.contains(p, m)) {
          for (Value value : missed(pastOfM)) {
            Data earlier = (Data) value;
            deliver(earlier.source(), earlier.message());
          }
          deliver(p, m);
        }
      }
      default -> throw unexpected(event);
    }
  }

  /** {@code forall [sn, n] in past_m}, in order: departure 1. */
  protected List<Value> missed(List<Value> pastOfM) {
    return pastOfM;
  }

  private void deliver(int source, Value m) {
    if (!delivered.contains(source, m)) {
      trigger(new Deliver(source, m));
      delivered = delivered.with(source, m);
      past = past.with(source, m);
    }
  }

  @Override
  public S save() {
    return new S(delivered, past);
  }

  @Override
  public void load(S state) {
    delivered = state.delivered;
    past = state.past;
  }
}
