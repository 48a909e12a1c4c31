package org.deltabed.protocol.replication.active;

import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.InRound;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;

/**
 * S3-consensus: Byzantine consensus on a vector of proposals (ic).
 *
 * <p>In f+1 rounds every server tells every other what it has heard: first its own proposal, then
 * who proposed what, then who said who proposed what. In the end the majority counts, on every
 * level from below. All correct servers decide the same vector, in which the proposal of each
 * correct server is what it proposed.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>}; indications {@code <Join>}: another has begun,
 * and this server is asked for its value, and {@code <Decide, vector>}.
 *
 * <p><b>Properties.</b> Agreement: no two correct servers decide different vectors. Validity: in
 * the vector the entry of a correct server is what it proposed. Termination: if all correct servers
 * propose, they decide.
 *
 * <p><b>Assumptions.</b> Synchronous; f of M servers are Byzantine, 3f &lt; M; authenticated links.
 * A round ends when everybody has been heard, but for those of whom there was silence, or for whom
 * it has been waited eight cycles: a correct server is heard by then where a round's values fit
 * into as many frames. They are M<sup>r-1</sup> in round r, for each receiver: with M = 4 and short
 * commands they do, with f = 2 and M = 7 they need not.
 *
 * <p><b>Uses.</b> {@code al}: AuthenticatedLinks; {@code mute}: a detector of silence.
 *
 * <p><b>Source.</b> active-replication-exercise: "Servers have access to a Byzantine tolerant
 * consensus primitive". The algorithm is exponential information gathering, of Pease, Shostak and
 * Lamport.
 *
 * <p><b>In slots.</b> f+1 rounds of a cycle each where nobody is slow.
 *
 * <p><b>Departures from the page.</b> The exercise takes the primitive for granted and does not say
 * what it owes. With one value decided of those proposed nothing would keep it from being a
 * Byzantine server's; a vector lets whoever uses it count.
 */
public class InteractiveConsistency extends Component<InteractiveConsistency.S> {
  /**
   * The state.
   *
   * @param round 0 before this server proposes, f+2 when it has decided
   * @param heard what was said, also in rounds to come
   * @param mute of whom there was silence
   * @param joined whether it was asked to propose
   * @param cycles how many have ended in this round
   */
  public record S(int round, Hearsay heard, ProcessSet mute, boolean joined, int cycles) {}

  /** A correct server is heard within so many cycles of a round. */
  static final int PATIENCE_CYCLES = 8;

  private static final String AL = "al";

  protected int round;
  protected Hearsay heard;
  protected ProcessSet mute;
  protected boolean joined;
  protected int cycles;

  public InteractiveConsistency(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    round = 0;
    heard = Hearsay.nothing(Sides.servers(n), f + 1);
    mute = ProcessSet.EMPTY;
    joined = false;
    cycles = 0;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Propose(var v) -> {
        if (round == 0) {
          begin(1, Sequence.of(v));
        }
      }
      case Deliver(int src, InRound(int in, Sequence what)) -> hear(src, in, what);
      case Deliver(int _, var _) -> {}
      case Crash(int p) -> mute = mute.with(p);
      case CycleEnd() -> cycles = isOpen() ? Math.min(cycles + 1, PATIENCE_CYCLES) : cycles;
      default -> throw unexpected(event);
    }
  }

  private boolean isOpen() {
    return round >= 1 && round <= f + 1;
  }

  private void begin(int next, Sequence what) {
    round = next;
    cycles = 0;
    heard = heard.with(next, self, what);
    Sides.serverSet(n)
        .without(self)
        .forEach(p -> trigger(AL, new Send(p, new InRound(next, what))));
  }

  private void hear(int src, int in, Value what) {
    if (Sides.isServer(src, n) && in >= round) {
      heard = heard.with(in, src, what);
      if (round == 0 && !joined) {
        joined = true;
        trigger(new Join());
      }
    }
  }

  /** Whether everybody has been heard in this round from whom something is to come. */
  protected boolean isComplete() {
    for (int p = 1; p <= Sides.servers(n); p++) {
      if (!heard.has(round, p) && !mute.contains(p) && cycles < PATIENCE_CYCLES) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected boolean guards() {
    if (!isOpen() || !isComplete()) {
      return false;
    }
    if (round <= f) {
      begin(round + 1, heard.of(round + 1, self));
    } else {
      round = f + 2;
      trigger(new Decide(vector()));
    }
    return true;
  }

  /** What is decided of what was heard. */
  protected Sequence vector() {
    return heard.resolved();
  }

  @Override
  protected boolean hearsCycles() {
    return true;
  }

  @Override
  public S save() {
    return new S(round, heard, mute, joined, cycles);
  }

  @Override
  public void load(S state) {
    round = state.round;
    heard = state.heard;
    mute = state.mute;
    joined = state.joined;
    cycles = state.cycles;
  }
}
