package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Echo;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Initial;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Value;

/**
 * Y1: authenticated echo broadcast, which implements Byzantine consistent broadcast (bcb).
 *
 * <p>Everybody tells everybody what the sender told it. Of two quorums of echoes one correct
 * process is in both, and it echoes one message only.
 *
 * <p><b>Events.</b> Request {@code <bcbBroadcast, m>}, of the sender s = p<sub>1</sub> only;
 * indication {@code <bcbDeliver, s, m>}.
 *
 * <p><b>Properties.</b> Validity: if a correct process p broadcasts a message m, then every correct
 * process eventually delivers m. No duplication: every correct process delivers at most one
 * message. Integrity: if some correct process delivers a message m with sender p and process p is
 * correct, then m was previously broadcast by p. Consistency: if some correct process delivers a
 * message m and another correct process delivers a message m′, then m = m′. Not totality: with a
 * Byzantine sender some may deliver and others not.
 *
 * <p><b>Assumptions.</b> Byzantine, N &gt; 3f, authenticated perfect links. m ≠ ⊥.
 *
 * <p><b>Uses.</b> {@code al}: AuthenticatedLinks.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Authenticated Echo Broadcast.
 *
 * <p><b>In slots.</b> Two steps: the sender's slot, and those of as many echoing processes as make
 * a quorum. Each step takes more cycles where N messages of some 20 bytes do not fit into a frame.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The introduction to the section speaks of a majority of {@code 2f + 1}, which is one for N
 *       = 3f + 1 alone; the algorithm's {@code > (N + f) / 2} is what is meant for other N. At n=5,
 *       f=1 two sets of {@code 2f + 1} = 3 processes may have nobody in common but the Byzantine
 *       one.
 *   <li>The same paragraph argues that otherwise two quorums might "not intersect"; they must
 *       intersect in a correct process, and already {@code 2f} of {@code 3f + 1} processes
 *       intersect for f &gt; 1.
 *   <li>After {@code delivered} the echoes are not read any more, so they are not kept.
 * </ol>
 */
public class AuthenticatedEchoBroadcast extends Component<AuthenticatedEchoBroadcast.S> {
  /** The state. */
  public record S(boolean sentEcho, boolean delivered, Votes echos) {}

  /** The page's s. */
  public static final int SENDER = 1;

  private static final String AL = "al";

  protected boolean sentEcho;
  protected boolean delivered;
  protected Votes echos;

  public AuthenticatedEchoBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    sentEcho = false;
    delivered = false;
    echos = Votes.none(n);
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <bcbBroadcast, m> do // only process s
      case Broadcast(var m) -> sendToAll(new Initial(m));
      // upon event <alDeliver, p, [SEND, m]> such that p = s and sentecho = FALSE do
      case Deliver(int p, Initial(var m)) when p == SENDER && mayEcho() -> {
        sentEcho = true;
        sendToAll(new Echo(m));
      }
      // upon event <alDeliver, p, [ECHO, m]> do
      case Deliver(int p, Echo(var m)) when !delivered -> echos = withVote(echos, p, m);
      case Deliver(int _, var _) -> {} // of no use, or what no correct process says
      default -> throw unexpected(event);
    }
  }

  private void sendToAll(Value message) {
    for (int q = 1; q <= n; q++) {
      trigger(AL, new Send(q, message));
    }
  }

  /** {@code sentecho = FALSE}. */
  protected boolean mayEcho() {
    return !sentEcho;
  }

  /** {@code if echos[p] = ⊥ then echos[p] := m}. */
  protected Votes withVote(Votes votes, int p, Value m) {
    return votes.lacks(p) ? votes.with(p, m) : votes;
  }

  /** {@code > (N + f) / 2}. */
  protected boolean isQuorum(int processes) {
    return 2 * processes > n + f;
  }

  @Override
  protected boolean guards() {
    // upon exists m != ⊥ such that #({p ∈ Π | echos[p] = m}) > (N + f) / 2 and delivered = FALSE
    Value m = echos.valueWith(this::isQuorum);
    if (delivered || m == null) {
      return false;
    }
    delivered = true;
    echos = Votes.none(n); // departure 3
    trigger(new Deliver(SENDER, m));
    return true;
  }

  @Override
  public S save() {
    return new S(sentEcho, delivered, echos);
  }

  @Override
  public void load(S state) {
    sentEcho = state.sentEcho;
    delivered = state.delivered;
    echos = state.echos;
  }
}
