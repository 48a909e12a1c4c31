package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Signed;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;

/**
 * M3: hash, message authentication code and digital signature at work, in a broadcast of signed
 * messages (sb) that everybody passes on.
 *
 * <p>The three abstractions are {@code Cryptography}: ideal in the simulator, SHA-256, HMAC-SHA-256
 * and Ed25519 on the testbed. Here each does what the others cannot. A message authentication code
 * convinces its receiver alone: it is what the links below are made of. A signature convinces
 * whoever gets it from whomever, so a message may be passed on by a process that nobody trusts. A
 * hash stands for a message that need not be kept.
 *
 * <p><b>Events.</b> Request {@code <sbBroadcast, m>}; indication {@code <sbDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Validity: if a correct process broadcasts a message m, then every correct
 * process eventually delivers m. No duplication: no correct process delivers a message of the same
 * sender twice. Integrity: if some correct process delivers a message m with sender p and process p
 * is correct, then m was previously broadcast by p. Agreement: for any message m, if any correct
 * process delivers m, then every correct process delivers m. Not consistency: a Byzantine process
 * may sign as many messages as it likes.
 *
 * <p><b>Assumptions.</b> Byzantine, any f, authenticated perfect links, digital signatures, a hash
 * function without collisions. No correct process broadcasts the same message twice.
 *
 * <p><b>Uses.</b> {@code al}: AuthenticatedLinks.
 *
 * <p><b>Source.</b> dependable-systems-notes, 2.2 Cryptographic Abstraction; the algorithm is
 * deltabed's, after 7.5 EAGER Reliable Broadcast.
 *
 * <p><b>In slots.</b> All deliver at the end of the sender's slot, or of the slot of the first
 * correct process that a Byzantine sender has told.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code H : 0, 1* → {0, 1}^k} lacks its braces, and "difficult to find x, x' with x ≠ x'" is
 *       made {@code H(m) ∈ known} here: two messages with one hash would be taken for one.
 *   <li>{@code sign(p, m)} has p as an argument, as if one could sign for others; a process has its
 *       own key only, and signs {@code p‖m}, so that nobody passes it on as another's.
 *   <li>The page's Correctness and Security are of signatures; of message authentication codes the
 *       same holds, with the two that share the key in place of everybody.
 *   <li>RSA and (EC)DSA are named; Ed25519 is another of that kind, whose signature of a message is
 *       always the same, so that a step is still a function of state and event.
 * </ol>
 */
public class SignedRelayBroadcast extends Component<SignedRelayBroadcast.S> {
  /**
   * The state.
   *
   * @param known the hashes of what was delivered
   */
  public record S(ValueSet known) {}

  private static final String AL = "al";

  protected ValueSet known;

  public SignedRelayBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    known = ValueSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Broadcast(var m) -> {
        Data message = new Data(self, m);
        sendToAll(new Signed(message, crypto.sign(message)));
      }
      case Deliver(int by, Signed(Data message, var signature))
          when isNew(by, message) && isSigned(message, signature) -> {
        known = known.with(crypto.hash(identity(by, message)));
        passOn(new Signed(message, signature));
        trigger(new Deliver(message.source(), message.message()));
      }
      case Deliver(int _, var _) -> {} // known, or what no correct process says
      default -> throw unexpected(event);
    }
  }

  private void sendToAll(Value message) {
    for (int q = 1; q <= n; q++) {
      trigger(AL, new Send(q, message));
    }
  }

  private boolean isNew(int by, Data message) {
    return !known.contains(crypto.hash(identity(by, message)));
  }

  /** What makes a message the same one: not who passed it on. */
  protected Data identity(int by, Data message) {
    return message;
  }

  /** {@code verifySign(p, p‖m, σ) = YES}, for a p that there is. */
  protected boolean isSigned(Data message, Value signature) {
    int p = message.source();
    return p >= 1 && p <= n && crypto.verifySignature(p, message, signature);
  }

  /** Whoever broadcast it has sent it to all itself. */
  protected void passOn(Signed message) {
    if (!(message.message() instanceof Data(int source, var _) && source == self)) {
      sendToAll(message);
    }
  }

  @Override
  public S save() {
    return new S(known);
  }

  @Override
  public void load(S state) {
    known = state.known;
  }
}
