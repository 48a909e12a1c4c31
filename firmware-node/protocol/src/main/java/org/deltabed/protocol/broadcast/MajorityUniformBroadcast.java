package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;

/**
 * B5: majority-acknowledge uniform broadcast, which implements uniform reliable broadcast (urb).
 *
 * <p>A message is delivered when a majority has broadcast it: one of them is correct, and reaches
 * everybody. Nobody needs to hear of crashes.
 *
 * <p><b>Events.</b> Request {@code <urb-BROADCAST | m>}; indication {@code <urb-DELIVER | p, m>}.
 *
 * <p><b>Properties.</b> Validity: if a correct process broadcasts a message m, then every correct
 * process eventually delivers m. No duplication: no message is delivered more than once. No
 * creation: if a process delivers a message m with sender s, then m was previously broadcast by
 * process s. Uniform agreement: if a process delivers a message m, then every correct process
 * eventually delivers m.
 *
 * <p><b>Assumptions.</b> Fail-silent: crash-stop, N &gt; 2f, no detector, best-effort broadcast. No
 * process broadcasts the same message twice ("messages are UNIQUE", 7.3).
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> dependable-systems-notes, 7.6.2 Implementation of URB.
 *
 * <p><b>In slots.</b> The sender's slot and those of the next ⌊n/2⌋ processes: half of B4's time.
 * After the last crash at most two cycles: one for a relay of what it sent to a few, one for the
 * others to acknowledge.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code pending ← {(s, m)}} upon a receipt lacks the ∪ that the line of the broadcast has:
 *       it forgets every other message. As each copy that comes puts its own message back, delivery
 *       does not suffer, but with two messages about every copy is answered by another broadcast to
 *       all, for ever and ever more of them: the bus overflows.
 *   <li>{@code ack[m]} and {@code m ∉ delivered} tell messages by m alone, {@code pending} by (s,
 *       m). Here all three hold (source, m); see B4.
 *   <li>The page sends to all p ∈ Π over links; that is best-effort broadcast, so it is used here.
 *   <li>A message leaves {@code pending} and {@code ack} when it is delivered, and {@code
 *       delivered} is asked before relaying.
 * </ol>
 */
public class MajorityUniformBroadcast extends Component<MajorityUniformBroadcast.S> {
  /** The state. */
  public record S(MessageSet pending, ProcessesByMessage ack, MessageSet delivered) {}

  private static final String BEB = "beb";

  protected MessageSet pending;
  protected ProcessesByMessage ack;
  protected MessageSet delivered;

  public MajorityUniformBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    pending = MessageSet.EMPTY;
    ack = ProcessesByMessage.NONE;
    delivered = MessageSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon <urb-BROADCAST | m> do
      case Broadcast(var m) -> {
        pending = pending.with(self, m);
        trigger(BEB, new Broadcast(new Data(self, m)));
      }
      // upon receive message [DATA, s, m] from q do
      case Deliver(int q, Data(int s, var m)) -> {
        if (!delivered.contains(s, m)) { // departure 4
          ack = ack.with(s, m, q);
          relayIfNew(s, m);
        }
      }
      default -> throw unexpected(event);
    }
  }

  /** {@code if (s, m) ∉ pending}. */
  protected void relayIfNew(int s, Value m) {
    if (!pending.contains(s, m)) {
      pending = pending.with(s, m);
      trigger(BEB, new Broadcast(new Data(s, m)));
    }
  }

  /** {@code |ack[m]| > N/2}. */
  protected boolean canDeliver(int s, Value m) {
    return 2 * ack.of(s, m).size() > n;
  }

  @Override
  protected boolean guards() {
    // upon ∃ (s, m) ∈ pending && m ∉ delivered s.t. |ack[m]| > N/2 do
    for (Data data : pending) {
      int s = data.source();
      Value m = data.message();
      if (canDeliver(s, m)) {
        delivered = delivered.with(s, m);
        pending = pending.without(s, m); // departure 4
        ack = ack.without(s, m);
        trigger(new Deliver(s, m));
        return true;
      }
    }
    return false;
  }

  @Override
  public S save() {
    return new S(pending, ack, delivered);
  }

  @Override
  public void load(S state) {
    pending = state.pending;
    ack = state.ack;
    delivered = state.delivered;
  }
}
