package org.deltabed.protocol.link;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Send;

/**
 * L2: stubborn links (sp2p).
 *
 * <p>Sends a message at once, and again in every cycle, for ever.
 *
 * <p><b>Events.</b> Request {@code <sp2pSend, dest, m>}; indication {@code <sp2pDeliver, src, m>}.
 *
 * <p><b>Properties.</b> Stubborn delivery: if a process p<sub>i</sub> sends a message m to a
 * correct process p<sub>j</sub> and p<sub>i</sub> does not crash, then p<sub>j</sub> delivers m an
 * infinite number of times. No creation: no message is delivered unless it was sent.
 *
 * <p><b>Assumptions.</b> Crash-stop, any f. A cycle's end is the clock that says when to send
 * again. All that was ever sent fits a slot: what does not would fill the queue to the bus.
 *
 * <p><b>Uses.</b> {@code fll}: FairLossLinks.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Links, Stubborn links; dependable-systems-notes,
 * 2.3.1 Stubborn point-to-point links.
 *
 * <p><b>In slots.</b> The first delivery is within n slots of the sending, and then at least one in
 * every n, as long as no frame is lost.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code while (true) do trigger <flp2pSend>} is a mistake as a handler: it never ends, so no
 *       other event ever happens at this process, {@code flp2pDeliver} least of all, and nothing
 *       that it triggers leaves it. The first message would block every link of its sender (n=1,
 *       f=0). Here the handler remembers the message, and every cycle's end sends all of them
 *       again. It sends at once too, so that links that lose nothing cost no cycle.
 *   <li>An equal message to the same process is remembered once: an infinite number of deliveries
 *       is not made larger by another such loop.
 *   <li>Nothing is ever forgotten, as on the page: without an answer nobody knows that it may be,
 *       and without P not even that the receiver has crashed. The state grows with what is sent.
 *   <li>dependable-systems-notes asks stubborn delivery of <em>a</em> process to process q, crashed
 *       or not. That cannot be had; the other page's "to a correct process", "does not crash" is
 *       what is owed.
 *   <li>"An infinite number of times" is judged as: at least once in every three cycles after the
 *       sending, or after frames were last lost, for as long as the run lasts.
 * </ol>
 */
public class StubbornLinks extends Component<StubbornLinks.S> {
  /** The state: what was sent, in the order in which it was first sent. */
  public record S(List<Send> sent) {}

  private static final String FLL = "fll";

  protected List<Send> sent;

  public StubbornLinks(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    sent = List.of();
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <sp2pSend, dest, m> do
      case Send send -> {
        trigger(FLL, send);
        remember(send);
      }
      // while (true) do trigger <flp2pSend, dest, m>
      case CycleEnd() -> sendAgain();
      // upon event <flp2pDeliver, src, m> do trigger <sp2pDeliver, src, m>
      case Deliver deliver -> trigger(deliver);
      default -> throw unexpected(event);
    }
  }

  private void remember(Send send) {
    if (!sent.contains(send)) {
      List<Send> more = new ArrayList<>(sent);
      more.add(send);
      sent = List.copyOf(more);
    }
  }

  protected void sendAgain() {
    sent.forEach(send -> trigger(FLL, send));
  }

  @Override
  protected boolean hearsCycles() {
    return true;
  }

  @Override
  public S save() {
    return new S(sent);
  }

  @Override
  public void load(S state) {
    sent = state.sent;
  }
}
