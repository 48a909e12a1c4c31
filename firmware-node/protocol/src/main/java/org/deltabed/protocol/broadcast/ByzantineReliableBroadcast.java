package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Echo;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Initial;
import org.deltabed.protocol.Ready;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Value;

/**
 * Y3: authenticated double-echo broadcast, which implements Byzantine reliable broadcast (brb).
 *
 * <p>As Y1, and who has a quorum of echoes does not deliver yet but says that it is ready; whoever
 * hears of f + 1 that are ready, one of which is correct, is ready too. So if one delivers, all do.
 *
 * <p><b>Events.</b> Request {@code <brbBroadcast, m>}, of the sender s = p<sub>1</sub> only;
 * indication {@code <brbDeliver, s, m>}.
 *
 * <p><b>Properties.</b> Validity, no duplication, integrity, consistency: as those of Y1. Totality:
 * if some message is delivered by any correct process, every correct process eventually delivers a
 * message.
 *
 * <p><b>Assumptions.</b> Byzantine, N &gt; 3f, authenticated perfect links. m ≠ ⊥.
 *
 * <p><b>Uses.</b> {@code al}: AuthenticatedLinks.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Byzantine Reliable Broadcast.
 *
 * <p><b>In slots.</b> Three steps: the sender's slot, the echoes of a quorum, and as many that are
 * ready; each takes more cycles where N messages of some 20 bytes do not fit into a frame. With a
 * Byzantine sender one step more, for those that are made ready by others.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page's argument says that consistency of Y1 makes all correct processes that send READY
 *       send it for the same m. That holds for those that send it for a quorum of echoes; the
 *       others follow one of them, as among f + 1 there is a correct one that was ready before.
 *   <li>In the correctness argument the event is called {@code bcr-deliver}; {@code brbDeliver} is
 *       meant.
 *   <li>After {@code sentready} the echoes are not read any more, nor the READYs after {@code
 *       delivered}, so they are not kept.
 * </ol>
 */
public class ByzantineReliableBroadcast extends Component<ByzantineReliableBroadcast.S> {
  /** The state. */
  public record S(
      boolean sentEcho, boolean sentReady, boolean delivered, Votes echos, Votes readys) {}

  /** The page's s. */
  public static final int SENDER = 1;

  private static final String AL = "al";

  protected boolean sentEcho;
  protected boolean sentReady;
  protected boolean delivered;
  protected Votes echos;
  protected Votes readys;

  public ByzantineReliableBroadcast(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    sentEcho = false;
    sentReady = false;
    delivered = false;
    echos = Votes.none(n);
    readys = Votes.none(n);
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <brbBroadcast, m> do // only process s
      case Broadcast(var m) -> sendToAll(new Initial(m));
      // upon event <alDeliver, p, [SEND, m]> such that p = s and sentecho = FALSE do
      case Deliver(int p, Initial(var m)) when p == SENDER && !sentEcho -> {
        sentEcho = true;
        sendToAll(new Echo(m));
      }
      // upon event <alDeliver, p, [ECHO, m]> do
      case Deliver(int p, Echo(var m)) when !sentReady -> echos = withVote(echos, p, m);
      // upon event <alDeliver, p, [READY, m]> do
      case Deliver(int p, Ready(var m)) when !delivered -> readys = withVote(readys, p, m);
      case Deliver(int _, var _) -> {} // of no use, or what no correct process says
      default -> throw unexpected(event);
    }
  }

  private void sendToAll(Value message) {
    for (int q = 1; q <= n; q++) {
      trigger(AL, new Send(q, message));
    }
  }

  /** {@code if echos[p] = ⊥ then echos[p] := m}, and the same of READY. */
  protected Votes withVote(Votes votes, int p, Value m) {
    return votes.lacks(p) ? votes.with(p, m) : votes;
  }

  /** {@code > (N + f) / 2}. */
  protected boolean isQuorum(int processes) {
    return 2 * processes > n + f;
  }

  /** {@code > f}. */
  protected boolean isOneCorrect(int processes) {
    return processes > f;
  }

  /** {@code > 2f}. */
  protected boolean isEnoughToDeliver(int processes) {
    return processes > 2 * f;
  }

  @Override
  protected boolean guards() {
    // upon exists m != ⊥ such that #({p ∈ Π | echos[p] = m}) > (N + f) / 2 and sentready = FALSE
    Value echoed = echos.valueWith(this::isQuorum);
    if (!sentReady && echoed != null) {
      beReady(echoed);
      return true;
    }
    // upon exists m != ⊥ such that #({p ∈ Π | readys[p] = m}) > f and sentready = FALSE do
    Value ready = readys.valueWith(this::isOneCorrect);
    if (!sentReady && ready != null) {
      beReady(ready);
      return true;
    }
    // upon exists m != ⊥ such that #({p ∈ Π | readys[p] = m}) > 2f and delivered = FALSE do
    Value m = readys.valueWith(this::isEnoughToDeliver);
    if (!delivered && m != null) {
      delivered = true;
      readys = Votes.none(n); // departure 3
      trigger(new Deliver(SENDER, m));
      return true;
    }
    return false;
  }

  private void beReady(Value m) {
    sentReady = true;
    echos = Votes.none(n); // departure 3
    sendToAll(new Ready(m));
  }

  @Override
  public S save() {
    return new S(sentEcho, sentReady, delivered, echos, readys);
  }

  @Override
  public void load(S state) {
    sentEcho = state.sentEcho;
    sentReady = state.sentReady;
    delivered = state.delivered;
    echos = state.echos;
    readys = state.readys;
  }
}
