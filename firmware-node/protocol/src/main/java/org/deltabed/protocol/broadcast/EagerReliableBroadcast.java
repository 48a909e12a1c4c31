package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Value;

/**
 * B3: eager reliable broadcast, which implements regular reliable broadcast (rb).
 *
 * <p>Everybody broadcasts again whatever it delivers, so nobody needs to hear of crashes.
 *
 * <p><b>Events.</b> Request {@code <rb-BROADCAST | m>}; indication {@code <rb-DELIVER | p, m>}.
 *
 * <p><b>Properties.</b> Validity: if a correct process broadcasts a message m, then every correct
 * process eventually delivers m. No duplication: no message is delivered more than once. No
 * creation: if a process delivers a message m with sender s, then m was previously broadcast by
 * process s. Agreement: if a message m is delivered by a correct process then every correct process
 * eventually delivers m. Not uniform agreement: who delivers may crash before its own copy is out.
 *
 * <p><b>Assumptions.</b> Fail-silent: crash-stop, any f &lt; N, no detector, best-effort broadcast.
 * No process broadcasts the same message twice ("messages are UNIQUE", 7.3).
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> dependable-systems-notes, 7.5 EAGER Reliable Broadcast.
 *
 * <p><b>In slots.</b> All deliver at the end of the sender's slot. If it crashes in that slot, the
 * first of those that it reached relays in its own slot: with c crashes after at most c cycles.
 * Each message is sent n times whoever crashes.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code m ∉ delivered} tells messages by m alone: of two processes that broadcast the same m
 *       only one is delivered. Here a message is (source, m).
 *   <li>The page sends to all p ∈ Π over links; that is best-effort broadcast, so it is used here.
 *   <li>By the page the sender relays its own message too, when its own copy comes: it has not
 *       delivered it before. Here it does not. Its first broadcast has reached everybody if it is
 *       correct, and what it sends if it is not is nothing that agreement rests on.
 * </ol>
 */
public class EagerReliableBroadcast extends Component<EagerReliableBroadcast.S> {
  /** The state. */
  public record S(MessageSet delivered) {}

  private static final String BEB = "beb";

  protected MessageSet delivered;

  public EagerReliableBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    delivered = MessageSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon <rb-BROADCAST | m> do send message [DATA, self, m] to all p ∈ Π
      case Broadcast(var m) -> trigger(BEB, new Broadcast(new Data(self, m)));
      // upon receive message [DATA, s, m] from q do
      case Deliver(int _, Data(int s, var m)) -> {
        if (isNew(s, m)) {
          delivered = delivered.with(s, m);
          relay(s, m);
          trigger(new Deliver(s, m));
        }
      }
      default -> throw unexpected(event);
    }
  }

  /** {@code m ∉ delivered}. */
  protected boolean isNew(int s, Value m) {
    return !delivered.contains(s, m);
  }

  /** {@code send message [DATA, s, m] to all p ∈ Π}. */
  protected void relay(int s, Value m) {
    if (s != self) { // departure 3
      trigger(BEB, new Broadcast(new Data(s, m)));
    }
  }

  @Override
  public S save() {
    return new S(delivered);
  }

  @Override
  public void load(S state) {
    delivered = state.delivered;
  }
}
