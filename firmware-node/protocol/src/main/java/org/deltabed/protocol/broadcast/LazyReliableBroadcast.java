package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;

/**
 * B2: lazy reliable broadcast, which implements regular reliable broadcast (rb).
 *
 * <p>What came from a process is broadcast again only when that process is detected to have
 * crashed: perhaps it did not reach everybody.
 *
 * <p><b>Events.</b> Request {@code <rbBroadcast, m>}; indication {@code <rbDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Validity: if p<sub>i</sub> and p<sub>j</sub> are correct, then every
 * message broadcast by p<sub>i</sub> is eventually delivered by p<sub>j</sub>. No duplication: no
 * message is delivered more than once. No creation: no message is delivered unless it was
 * broadcast. Agreement: for any message m, if any correct process delivers m, then every correct
 * process delivers m. Not uniform agreement: the sender delivers, and crashes before its frame is
 * out (n=2, f=1).
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast. No process broadcasts the same message twice. Accuracy of P is not needed
 * for safety: a false suspicion costs a broadcast.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Regular Reliable Broadcast.
 *
 * <p><b>In slots.</b> All deliver at the end of the sender's slot. If it crashes in that slot,
 * those it reached hear of it one cycle later, and the first of them relays in its slot; each
 * further crash of a relay costs another cycle and a slot.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code m ∉ delivered}: the page tells messages by m alone. If p1 and p2 broadcast the same
 *       m, then whichever comes second is taken for a copy of the first and never delivered. Here a
 *       message is (source, m), as in the page's own {@code from}.
 *   <li>The page's comment on {@code <rbDeliver, self, m>}, "I don't think we need to deliver
 *       here", is right only if the line above goes too: with {@code delivered := delivered U {m}}
 *       left in, the sender's own copy is taken for a repetition, and the sender never delivers its
 *       own message (mistake B2-own-copy-is-old, n=1). Without both, it delivers with the others.
 *       Both lines are kept: it is the page.
 *   <li>{@code from[pi]} is emptied when it is relayed, since a crash is indicated once and nobody
 *       reads it after.
 *   <li>Relays are sent by source, then by value: the page's set has no order, and an order must
 *       not differ between runs.
 * </ol>
 */
public class LazyReliableBroadcast extends Component<LazyReliableBroadcast.S> {
  /**
   * The state; {@code from} has for each message from whom it came, the page the other way round.
   */
  public record S(MessageSet delivered, ProcessSet correct, ProcessesByMessage from) {}

  private static final String BEB = "beb";

  protected MessageSet delivered;
  protected ProcessSet correct;
  protected ProcessesByMessage from;

  public LazyReliableBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    delivered = MessageSet.EMPTY;
    correct = ProcessSet.all(n);
    from = ProcessesByMessage.NONE;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <rbBroadcast, m> do
      case Broadcast(var m) -> {
        delivered = delivered.with(self, m);
        deliverOwn(m);
        trigger(BEB, new Broadcast(new Data(self, m)));
      }
      // upon event <crash, pi> do
      case Crash(int p) -> {
        correct = correct.without(p);
        relayAllFrom(p);
      }
      // upon event <bebDeliver, pi, [Data, pj, m]> do
      case Deliver(int p, Data(int source, var m)) -> bebDeliver(p, source, m);
      default -> throw unexpected(event);
    }
  }

  /** {@code trigger <rbDeliver, self, m>}, of which the page doubts that it is needed. */
  protected void deliverOwn(Value m) {
    trigger(new Deliver(self, m));
  }

  /** {@code forall [pj, m] ∈ from[pi] do trigger <bebBroadcast, [Data, pj, m]>}. */
  protected void relayAllFrom(int p) {
    for (ProcessesByMessage.Entry entry : from) {
      if (entry.processes().contains(p)) {
        Data data = entry.message();
        trigger(BEB, new Broadcast(data));
        from = from.without(data.source(), data.message()); // departure 3
      }
    }
  }

  private void bebDeliver(int p, int source, Value m) {
    if (!delivered.contains(source, m)) {
      delivered = delivered.with(source, m);
      trigger(new Deliver(source, m));
      if (hasCrashed(p)) {
        trigger(BEB, new Broadcast(new Data(source, m)));
      } else {
        from = from.with(source, m, p);
      }
    }
  }

  /** {@code pi ∉ correct}. */
  protected boolean hasCrashed(int p) {
    return !correct.contains(p);
  }

  @Override
  public S save() {
    return new S(delivered, correct, from);
  }

  @Override
  public void load(S state) {
    delivered = state.delivered;
    correct = state.correct;
    from = state.from;
  }
}
