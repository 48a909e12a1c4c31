package org.deltabed.protocol.broadcast;

import java.util.List;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Echo;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Final;
import org.deltabed.protocol.Initial;
import org.deltabed.protocol.Nil;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Signed;
import org.deltabed.protocol.Value;

/**
 * Y2: signed echo broadcast, which implements Byzantine consistent broadcast (bcb).
 *
 * <p>Everybody signs for the sender what the sender told it, and a quorum of signatures convinces
 * everybody, whoever brings it: 3N messages instead of N + N².
 *
 * <p><b>Events.</b> Request {@code <bcbBroadcast, m>}, of the sender s = p<sub>1</sub> only;
 * indication {@code <bcbDeliver, s, m>}.
 *
 * <p><b>Properties.</b> As those of Y1: validity, no duplication, integrity, consistency.
 *
 * <p><b>Assumptions.</b> Byzantine, N &gt; 3f, authenticated perfect links, digital signatures. m ≠
 * ⊥.
 *
 * <p><b>Uses.</b> {@code al}: AuthenticatedLinks.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Signed Echo Broadcast.
 *
 * <p><b>In slots.</b> Three steps: the sender's slot, those of a quorum, the sender's slot again. A
 * signature takes 88 bytes of a message, so the last step takes as many cycles as N messages of a
 * quorum of signatures fill frames.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>In {@code #({p ∈ Π | Σ[p] != ⊥ and …})} the page's p is not the p that the FINAL came from,
 *       whose name it takes; any process may bring the signatures.
 *   <li>Two signatures are of two processes only since each is checked against the key of its place
 *       in Σ; a Σ that has not N places is no Σ.
 *   <li>{@code bcb‖self‖ECHO‖m} names the instance and who signs. Keys are made anew for every run,
 *       in which there is one instance; the rest is signed as on the page.
 *   <li>After {@code sentfinal} the echoes and signatures are not read any more, so they are not
 *       kept.
 * </ol>
 */
public class SignedEchoBroadcast extends Component<SignedEchoBroadcast.S> {
  /**
   * The state.
   *
   * @param signatures the page's Σ
   */
  public record S(
      boolean sentEcho, boolean sentFinal, boolean delivered, Votes echos, Votes signatures) {}

  /** The page's s. */
  public static final int SENDER = 1;

  private static final String AL = "al";

  protected boolean sentEcho;
  protected boolean sentFinal;
  protected boolean delivered;
  protected Votes echos;
  protected Votes signatures;

  public SignedEchoBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    sentEcho = false;
    sentFinal = false;
    delivered = false;
    echos = Votes.none(n);
    signatures = Votes.none(n);
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <bcbBroadcast, m> do // only process s
      case Broadcast(var m) -> sendToAll(new Initial(m));
      // upon event <alDeliver, p, [SEND, m]> such that p = s and sentecho = FALSE do
      case Deliver(int p, Initial(var m)) when p == SENDER && !sentEcho -> {
        sentEcho = true;
        Value signature = crypto.sign(echoOf(self, m));
        trigger(AL, new Send(SENDER, new Signed(new Echo(m), signature)));
      }
      // upon event <alDeliver, p, [ECHO, m, σ]> do // only process s
      case Deliver(int p, Signed(Echo(var m), var signature)) -> echo(p, m, signature);
      // upon event <alDeliver, p, [FINAL, m, Σ]> do
      case Deliver(int _, Final(var m, var all)) when mayDeliver() && isQuorum(signing(m, all)) -> {
        delivered = true;
        trigger(new Deliver(SENDER, m));
      }
      case Deliver(int _, var _) -> {} // of no use, or what no correct process says
      default -> throw unexpected(event);
    }
  }

  /** {@code delivered = FALSE}. */
  protected boolean mayDeliver() {
    return !delivered;
  }

  private void sendToAll(Value message) {
    for (int q = 1; q <= n; q++) {
      trigger(AL, new Send(q, message));
    }
  }

  private void echo(int p, Value m, Value signature) {
    boolean isOfUse = self == SENDER && !sentFinal && echos.lacks(p);
    if (isOfUse && isSignedEcho(p, m, signature)) {
      echos = echos.with(p, m);
      signatures = signatures.with(p, signature);
    }
  }

  /** {@code bcb‖p‖ECHO‖m}. */
  public static Value echoOf(int p, Value m) {
    return new Data(p, new Echo(m));
  }

  /** {@code verifysig(p, bcb‖p‖ECHO‖m, σ)}. */
  protected boolean isSignedEcho(int p, Value m, Value signature) {
    return crypto.verifySignature(p, echoOf(p, m), signature);
  }

  /** How many processes have signed an echo of m. */
  protected int signing(Value m, List<Value> all) {
    int count = 0;
    for (int p = 1; p <= n && all.size() == n; p++) { // departure 2
      Value signature = all.get(p - 1);
      count += !(signature instanceof Nil) && isSignedEcho(p, m, signature) ? 1 : 0;
    }
    return count;
  }

  /** {@code > (N + f) / 2}. */
  protected boolean isQuorum(int processes) {
    return 2 * processes > n + f;
  }

  @Override
  protected boolean guards() {
    // upon exists m != ⊥ such that #({p ∈ Π | echos[p] = m}) > (N + f) / 2 and sentfinal = FALSE
    Value m = echos.valueWith(this::isQuorum);
    if (sentFinal || m == null) {
      return false;
    }
    sentFinal = true;
    sendToAll(new Final(m, signatures.byProcess()));
    echos = Votes.none(n); // departure 4
    signatures = Votes.none(n);
    return true;
  }

  @Override
  public S save() {
    return new S(sentEcho, sentFinal, delivered, echos, signatures);
  }

  @Override
  public void load(S state) {
    sentEcho = state.sentEcho;
    sentFinal = state.sentFinal;
    delivered = state.delivered;
    echos = state.echos;
    signatures = state.signatures;
  }
}
