package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;

/**
 * B1: best-effort broadcast (beb).
 *
 * <p><b>Events.</b> Request {@code <bebBroadcast, m>}; indication {@code <bebDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Validity: if p<sub>i</sub> and p<sub>j</sub> are correct, then every
 * message broadcast by p<sub>i</sub> is eventually delivered by p<sub>j</sub>. No duplication: no
 * message is delivered more than once. No creation: no message is delivered unless it was
 * broadcast.
 *
 * <p><b>Assumptions.</b> Crash-stop, any f. A message handed to the bus by a process that does not
 * crash reaches every live process once, the own one included; if its sender crashes, any subset of
 * them.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Best-Effort Broadcast.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page sends to each p<sub>i</sub> ∈ S over perfect links. Here the bus is the medium:
 *       one frame reaches all, and the frame layer is the perfect link (repetitions dropped by
 *       round and slot, no creation by tag and CRC). N sends become one, with the same outcomes: a
 *       crash in mid-broadcast still reaches any subset, by addressed sub-frames.
 *   <li>The page triggers {@code p2pSend} where it means {@code pp2pSend}; {@code p2p} is not among
 *       its Uses.
 *   <li>"No message is delivered more than once" is read per broadcast, as messages are not unique
 *       here: two broadcasts of the same value by one process are delivered twice.
 * </ol>
 */
public class BestEffortBroadcast extends Component<BestEffortBroadcast.S> {
  /** Nothing is remembered. */
  public record S() {}

  private static final S STATE = new S();

  public BestEffortBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {}

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <bebBroadcast, m> do forall pi ∈ S do trigger <pp2pSend, pi, m>
      case Broadcast(var m) -> send(m);
      // upon event <pp2pDeliver, pi, m> do trigger <bebDeliver, pi, m>
      case Arrive(int p, var m) -> trigger(new Deliver(p, m));
      default -> throw unexpected(event);
    }
  }

  @Override
  public S save() {
    return STATE;
  }

  @Override
  public void load(S state) {}
}
