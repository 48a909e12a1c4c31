package org.deltabed.protocol.link;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Send;

/**
 * L1: fair-loss links (flp2p).
 *
 * <p>The raw bus. A message carries its addressee, and everybody else drops it.
 *
 * <p><b>Events.</b> Request {@code <flp2pSend, dest, m>}; indication {@code <flp2pDeliver, src,
 * m>}.
 *
 * <p><b>Properties.</b> Fair-loss: if a message is sent infinitely often by p<sub>i</sub> to
 * p<sub>j</sub> and neither p<sub>i</sub> or p<sub>j</sub> crashes, then m is delivered infinitely
 * often by p<sub>j</sub>. Bounded duplication: a message m that is sent k times by p<sub>i</sub> to
 * p<sub>j</sub> is delivered at most k times by p<sub>j</sub>, and once more for each frame that
 * the bus repeats. No creation: no message is delivered unless it was sent.
 *
 * <p><b>Assumptions.</b> Crash-stop, any f. The bus may lose any frame, but not all of a sender's
 * for ever, and may bring a frame twice; while it keeps to δ it does neither.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Links, Fair-loss links.
 *
 * <p><b>In slots.</b> A frame that is not lost brings a message within a cycle: n slots.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page gives properties and no algorithm, since links are what is there. What is there is
 *       a bus: one frame reaches all, so the address is in the message. A message to oneself goes
 *       over the bus as every other.
 *   <li>"Infinitely often" says nothing of a run that ends. It is judged as: of a message that was
 *       sent at least three times since frames were last lost, at least every third sending is
 *       delivered.
 *   <li>Nor does "a finite number of times", in the page's finite duplication: in a run that ends
 *       every number is finite. Here it is bounded duplication: no more often than it was sent, and
 *       once more for each frame that the bus repeats. On the testbed it repeats none, as the frame
 *       layer drops what comes again; in the simulator it may. It is stronger than the page's, and
 *       of another kind: the page's is liveness, and this one safety.
 *   <li>"No message is delivered unless it was sent" is read as: by the sender that the delivery
 *       names, to the process that delivers it. The page's sentence alone would let everybody
 *       deliver what is on the bus.
 * </ol>
 */
public class FairLossLinks extends Component<FairLossLinks.S> {
  /** Nothing is remembered. */
  public record S() {}

  private static final S STATE = new S();

  public FairLossLinks(Context context) {
    super(context);
  }

  @Override
  protected void init() {}

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <flp2pSend, dest, m> do
      case Send(int dest, var m) -> send(new Addressed(dest, m));
      case Arrive(int src, Addressed message) -> arrive(src, message);
      default -> throw unexpected(event);
    }
  }

  protected void arrive(int src, Addressed message) {
    if (message.to() == self) {
      trigger(new Deliver(src, message.message()));
    }
  }

  @Override
  public S save() {
    return STATE;
  }

  @Override
  public void load(S state) {}
}
