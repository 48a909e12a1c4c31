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
 * B4: all-acknowledge uniform broadcast, which implements uniform reliable broadcast (urb).
 *
 * <p>A message is delivered when everybody that is not detected has broadcast it too: a copy is the
 * acknowledgement.
 *
 * <p><b>Events.</b> Request {@code <urbBroadcast, m>}; indication {@code <urbDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Validity: if p<sub>i</sub> and p<sub>j</sub> are correct, then every
 * message broadcast by p<sub>i</sub> is eventually delivered by p<sub>j</sub>. No duplication: no
 * message is delivered more than once. No creation: no message is delivered unless it was
 * broadcast. Uniform agreement: for any message m, if any process delivers m, then every correct
 * process delivers m.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast. No process broadcasts the same message twice. If P is not accurate,
 * uniform agreement is lost.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Uniform Reliable Broadcast.
 *
 * <p><b>In slots.</b> The sender's slot and the n-1 after it, in which the others acknowledge.
 * After the last crash at most three cycles: its silence is heard, what it sent to a few is
 * relayed, and the others acknowledge.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code ack[m]} and {@code m ∉ delivered} tell messages by m alone, while {@code forward}
 *       holds [p<sub>j</sub>, m]. If p1 and p2 broadcast the same m, the copies of one acknowledge
 *       the other: a process may deliver (p1, m) that it alone has seen, and crash; and after one
 *       is delivered the other never is. Here all three hold (source, m).
 *   <li>{@code forward} is said to hold "the messages that are currently waiting for acks", but
 *       nothing ever leaves it. Here a message leaves when it is delivered, with its {@code ack};
 *       it is then known by {@code delivered}, which has to be asked too before relaying: who asked
 *       only {@code forward} would answer every late copy with another, for ever.
 * </ol>
 */
public class AllAckUniformBroadcast extends Component<AllAckUniformBroadcast.S> {
  /** The state. */
  public record S(
      ProcessSet correct, MessageSet delivered, MessageSet forward, ProcessesByMessage ack) {}

  private static final String BEB = "beb";

  protected ProcessSet correct;
  protected MessageSet delivered;
  protected MessageSet forward;
  protected ProcessesByMessage ack;

  public AllAckUniformBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    correct = ProcessSet.all(n);
    delivered = MessageSet.EMPTY;
    forward = MessageSet.EMPTY;
    ack = ProcessesByMessage.NONE;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <crash, pi> do
      case Crash(int p) -> crash(p);
      // upon event <urbBroadcast, m> do
      case Broadcast(var m) -> {
        forward = forward.with(self, m);
        trigger(BEB, new Broadcast(new Data(self, m)));
      }
      // upon event <bebDeliver, pi, [Data, pj, m]> do
      case Deliver(int p, Data(int source, var m)) -> {
        if (!delivered.contains(source, m)) { // departure 2
          ack = ack.with(source, m, p);
          relayIfNew(source, m);
        }
      }
      default -> throw unexpected(event);
    }
  }

  protected void crash(int p) {
    correct = correct.without(p);
  }

  /** {@code if [pj, m] ∉ forward}. */
  protected void relayIfNew(int source, Value m) {
    if (!forward.contains(source, m)) {
      forward = forward.with(source, m);
      trigger(BEB, new Broadcast(new Data(source, m)));
    }
  }

  /** {@code correct ⊆ ack[m]}. */
  protected boolean canDeliver(int source, Value m) {
    return correct.isSubsetOf(ack.of(source, m));
  }

  @Override
  protected boolean guards() {
    // upon event (for any [pj,m] ∈ forward) <correct ⊆ ack[m]> and <m ∉ delivered> do
    for (Data data : forward) {
      int source = data.source();
      Value m = data.message();
      if (canDeliver(source, m)) {
        delivered = delivered.with(source, m);
        forward = forward.without(source, m); // departure 2
        ack = ack.without(source, m);
        trigger(new Deliver(source, m));
        return true;
      }
    }
    return false;
  }

  @Override
  public S save() {
    return new S(correct, delivered, forward, ack);
  }

  @Override
  public void load(S state) {
    correct = state.correct;
    delivered = state.delivered;
    forward = state.forward;
    ack = state.ack;
  }
}
