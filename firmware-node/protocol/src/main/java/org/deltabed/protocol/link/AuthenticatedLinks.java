package org.deltabed.protocol.link;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Authenticated;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vector;

/**
 * L4: authenticated perfect links (al).
 *
 * <p>Every message carries a code made with a key that only its sender and its receiver have, and a
 * number of that pair, so that nobody speaks as another and nothing counts twice.
 *
 * <p><b>Events.</b> Request {@code <alSend, dest, m>}; indication {@code <alDeliver, src, m>}.
 *
 * <p><b>Properties.</b> Reliable delivery: if a correct process sends a message m to a correct
 * process q, then q eventually delivers m. No duplication: no message is delivered by a correct
 * process more than once. Authenticity: if a correct process q delivers a message m with sender p
 * and p is correct, then m was previously sent to q by p.
 *
 * <p><b>Assumptions.</b> Byzantine processes, any f; each pair of processes has a key of its own,
 * made anew for every run. The bus brings whatever a correct process hands to it to every process
 * that does not crash.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Authenticated Echo Broadcast, which uses {@code
 * AuthPerfectPointToPointLinks (al)}; dependable-systems-notes, 2.2 Cryptographic Abstraction and
 * 2.3.3.
 *
 * <p><b>In slots.</b> Within n slots of the sending; a cycle more for every frame that a message is
 * spread over. A code takes 11 bytes of a frame, and each receiver gets a message of its own.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page uses these links and does not give them. They are made of the bus, the message
 *       authentication codes of 2.2, and the numbers of L3, which stand for the pages' "messages
 *       are UNIQUE".
 *   <li>2.2's {@code authentication(p, q, m)} covers m. With one key for both directions the code
 *       of what p sent to q would also be one of what q sends to p, so it covers sender, receiver
 *       and number too.
 *   <li>2.3.3's {@code D} of all that was delivered is for a Byzantine sender to fill: it may leave
 *       out a number and then use as many as it likes. What lies more than {@link #WINDOW} numbers
 *       ahead is refused; from a correct sender nothing does, as the bus lets nothing overtake.
 *   <li>Who has sent what no correct process sends is remembered, as evidence; no rule depends on
 *       it. A count would grow for ever at a Byzantine sender's will; what was refused and why is
 *       counted outside, by the node.
 * </ol>
 */
public class AuthenticatedLinks extends Component<AuthenticatedLinks.S> {
  /** How many numbers a message may be ahead of the last one before which nothing is missing. */
  public static final long WINDOW = 1024;

  /**
   * The state.
   *
   * @param sent how many messages went to each process
   * @param delivered the numbers of those that came
   * @param caught who has sent a message that was not what it should have been
   */
  public record S(Vector sent, Received delivered, ProcessSet caught) {}

  protected Vector sent;
  protected Received delivered;
  protected ProcessSet caught;

  public AuthenticatedLinks(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    sent = Vector.zero(n);
    delivered = Received.nothing(n);
    caught = ProcessSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <alSend, dest, m> do
      case Send(int dest, var m) -> send(dest, m);
      case Arrive(int _, Addressed(int to, var _)) when to != self -> {}
      case Arrive(int src, Addressed(int _, Authenticated message)) -> arrive(src, message);
      case Arrive(int src, var _) -> refuse(src);
      default -> throw unexpected(event);
    }
  }

  protected void send(int dest, Value m) {
    sent = sent.plusOne(dest);
    hand(dest, sent.get(dest), m);
  }

  /** Hands a message to the bus under that number, with the code that belongs to it. */
  protected final void hand(int dest, long number, Value m) {
    Value code = crypto.authenticate(dest, covered(self, dest, number, m));
    send(new Addressed(dest, new Authenticated(number, m, code)));
  }

  private void arrive(int src, Authenticated message) {
    long number = message.number();
    if (isAuthentic(src, message) && isNew(src, number)) {
      accepted(src, message);
      delivered = delivered.with(src, number);
      trigger(new Deliver(src, message.message()));
    } else {
      refuse(src);
    }
  }

  /** A message is about to be delivered: whoever misbehaves may keep it for later. */
  protected void accepted(int src, Authenticated message) {}

  /** {@code verifyAuth(p, q, m, a) = YES}. */
  protected boolean isAuthentic(int src, Authenticated message) {
    Value covered = covered(src, self, message.number(), message.message());
    return crypto.verifyCode(src, covered, message.code());
  }

  /** Not delivered before, and not too far ahead to be remembered (departure 3). */
  protected boolean isNew(int src, long number) {
    return !delivered.contains(src, number) && number <= delivered.upTo(src) + WINDOW;
  }

  private void refuse(int src) {
    caught = caught.with(src);
  }

  /** Departure 2: what a code is made of. */
  public static Value covered(int src, int dest, long number, Value m) {
    return new Addressed(dest, new Data(src, new Numbered(number, m)));
  }

  @Override
  public S save() {
    return new S(sent, delivered, caught);
  }

  @Override
  public void load(S state) {
    sent = state.sent;
    delivered = state.delivered;
    caught = state.caught;
  }
}
