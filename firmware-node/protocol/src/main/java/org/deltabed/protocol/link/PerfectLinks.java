package org.deltabed.protocol.link;

import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vector;

/**
 * L3: perfect links (pp2p).
 *
 * <p>Stubborn links whose duplicates are removed.
 *
 * <p><b>Events.</b> Request {@code <pp2pSend, dest, m>}; indication {@code <pp2pDeliver, src, m>}.
 *
 * <p><b>Properties.</b> Validity: if p<sub>i</sub> and p<sub>j</sub> are correct, then every
 * message sent by p<sub>i</sub> to p<sub>j</sub> is eventually delivered by p<sub>j</sub>. No
 * duplication: no message is delivered (to a process) more than once. No creation: no message is
 * delivered unless it was sent.
 *
 * <p><b>Assumptions.</b> Crash-stop, any f.
 *
 * <p><b>Uses.</b> {@code sl}: StubbornLinks.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Links, Reliable (Perfect) links;
 * dependable-systems-notes, 2.3.2 and 2.3.3 Alg. impl. perfect links from stubborn links.
 *
 * <p><b>In slots.</b> Within n slots of the sending, and a cycle more for every frame of the sender
 * that is lost.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code if m ∉ delivered} forgets the sender: when two processes send equal messages to a
 *       third, the second of them is taken for a repetition and never delivered (n=2, f=0: p1's is
 *       taken for p2's own to itself). dependable-systems-notes has {@code (p, m) ∉ D}.
 *   <li>{@code (p, m)} still forgets how often p sent m: a process that sends "ping" twice is heard
 *       once, against validity. Both pages lean on "messages are UNIQUE", of which
 *       dependable-systems-notes 7.3 asks: how do we ensure this in practice? Here the sender
 *       numbers what it sends to each process, and {@code (p, number)} is what is remembered.
 *   <li>{@code delivered} grows for ever on the page. Numbers without a gap need no more than their
 *       last one, so it is one count for each sender while nothing overtakes.
 *   <li>2.3.2 calls its events {@code sl.send} and {@code sl.deliver}; those of the perfect link
 *       are meant.
 *   <li>2.3.2's "every message m is delivered at most once" is read with the numbers: as often as
 *       it was sent.
 * </ol>
 */
public class PerfectLinks extends Component<PerfectLinks.S> {
  /**
   * The state.
   *
   * @param sent how many messages went to each process
   * @param delivered the numbers of those that came
   */
  public record S(Vector sent, Received delivered) {}

  private static final String SL = "sl";

  protected Vector sent;
  protected Received delivered;

  public PerfectLinks(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    sent = Vector.zero(n);
    delivered = Received.nothing(n);
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <pp2pSend, dest, m> do
      case Send(int dest, var m) -> {
        sent = sent.plusOne(dest);
        trigger(SL, new Send(dest, new Numbered(sent.get(dest), m)));
      }
      // upon event <sp2pDeliver, src, m> do
      case Deliver(int src, Numbered(long number, var m)) -> sp2pDeliver(src, number, m);
      default -> throw unexpected(event);
    }
  }

  protected void sp2pDeliver(int src, long number, Value m) {
    if (!delivered.contains(keyOf(src), number)) {
      delivered = delivered.with(keyOf(src), number);
      trigger(new Deliver(src, m));
    }
  }

  /** Departure 1: whose numbers these are. */
  protected int keyOf(int src) {
    return src;
  }

  @Override
  public S save() {
    return new S(sent, delivered);
  }

  @Override
  public void load(S state) {
    sent = state.sent;
    delivered = state.delivered;
  }
}
