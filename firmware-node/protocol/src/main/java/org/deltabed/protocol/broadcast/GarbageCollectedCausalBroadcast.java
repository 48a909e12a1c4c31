package org.deltabed.protocol.broadcast;

import java.util.List;
import org.deltabed.protocol.Ack;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.WithPast;

/**
 * B8: non-blocking causal broadcast with garbage collection of the past, which implements reliable
 * causal-order broadcast (rco).
 *
 * <p>As B7; everybody acknowledges what it delivers, and a message that all correct processes have
 * acknowledged leaves the past.
 *
 * <p><b>Events.</b> Request {@code <rcoBroadcast, m>}; indication {@code <rcoDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Those of the reliable broadcast below: Validity, No duplication, No
 * creation, Agreement. Causal order: if m1 causally precedes m2, then no process delivers m2 unless
 * it has also delivered m1 before.
 *
 * <p>What the garbage collection is for the page does not put in a sentence, and no property here
 * judges it, as no event shows what a process remembers: when nothing more is broadcast, the past
 * of every correct process becomes empty. It matters because without it nothing is gained over B7:
 * the past, which goes out with every message, would grow for ever. Departure 2 is owed to it.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * reliable broadcast. No process broadcasts the same message twice. If P is not accurate, causal
 * order is lost at a process that is falsely suspected.
 *
 * <p><b>Uses.</b> {@code rb}: ReliableBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Causal Broadcast, Garbage collection.
 *
 * <p><b>In slots.</b> As the reliable broadcast below. A message is in the past for one cycle more,
 * in which everybody acknowledges it: n broadcasts for one.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code past := past \ {[sm, m]}}: there is no {@code sm} upon {@code [ACK, m]}. An ACK here
 *       names the source, as two processes may broadcast the same m; {@code ack} and {@code
 *       delivered} hold (source, m) too.
 *   <li>{@code if forall pj ∈ correct: pj ∈ ack[m]} is asked only when an ACK comes. If the last
 *       that is missing crashes instead of acknowledging, no further ACK comes and m stays in the
 *       past for ever. Here it is a guard, asked whenever {@code ack} or {@code correct} changes.
 *   <li>{@code ack[m]} is never emptied. Here it goes with m, and an ACK that comes later is
 *       dropped; "{@code for some m ∈ delivered: self ∉ ack[m]}" is asked of what is still in the
 *       past, as otherwise it would be true again and m be acknowledged for ever.
 *   <li>{@code past} is a list in the order in which messages were added, as in B7.
 * </ol>
 */
public class GarbageCollectedCausalBroadcast extends Component<GarbageCollectedCausalBroadcast.S> {
  /** The state. */
  public record S(MessageSet delivered, Past past, ProcessSet correct, ProcessesByMessage ack) {}

  private static final String RB = "rb";

  protected MessageSet delivered;
  protected Past past;
  protected ProcessSet correct;
  protected ProcessesByMessage ack;

  public GarbageCollectedCausalBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    delivered = MessageSet.EMPTY;
    past = Past.NONE;
    correct = ProcessSet.all(n);
    ack = ProcessesByMessage.NONE;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <crash, pi> do
      case Crash(int p) -> correct = correct.without(p);
      // upon event <rcoBroadcast, m> do
      case Broadcast(var m) -> {
        trigger(RB, new Broadcast(new WithPast(past.toValues(), m)));
        past = past.with(self, m);
      }
      // upon event <rbDeliver, pi, [ACK, m]> do
      case Deliver(int p, Ack(int source, var m)) -> {
        if (!isCollected(source, m)) { // departure 3
          ack = ack.with(source, m, p);
        }
      }
      // upon event <rbDeliver, pi, [Data, past_m, m]> do
      case Deliver(int p, WithPast(var pastOfM, var m)) -> rbDeliver(p, pastOfM, m);
      default -> throw unexpected(event);
    }
  }

  private void rbDeliver(int p, List<Value> pastOfM, Value m) {
    if (!delivered.contains(p, m)) {
      for (Value value : pastOfM) {
        Data earlier = (Data) value;
        deliver(earlier.source(), earlier.message());
      }
      deliver(p, m);
    }
  }

  private void deliver(int source, Value m) {
    if (!delivered.contains(source, m)) {
      trigger(new Deliver(source, m));
      delivered = delivered.with(source, m);
      past = past.with(source, m);
    }
  }

  /** Whether m was in the past and has left it. */
  private boolean isCollected(int source, Value m) {
    return delivered.contains(source, m) && !past.contains(source, m);
  }

  /** {@code forall pj ∈ correct: pj ∈ ack[m]}. */
  protected boolean allHaveDelivered(int source, Value m) {
    return correct.isSubsetOf(ack.of(source, m));
  }

  @Override
  protected boolean guards() {
    for (Data data : past) {
      int source = data.source();
      Value m = data.message();
      // upon for some m ∈ delivered: self ∉ ack[m] do
      if (delivered.contains(source, m) && !ack.of(source, m).contains(self)) {
        ack = ack.with(source, m, self);
        trigger(RB, new Broadcast(new Ack(source, m)));
        return true;
      }
      if (allHaveDelivered(source, m)) { // departure 2
        past = past.without(source, m);
        ack = ack.without(source, m);
        return true;
      }
    }
    return false;
  }

  @Override
  public S save() {
    return new S(delivered, past, correct, ack);
  }

  @Override
  public void load(S state) {
    delivered = state.delivered;
    past = state.past;
    correct = state.correct;
    ack = state.ack;
  }
}
