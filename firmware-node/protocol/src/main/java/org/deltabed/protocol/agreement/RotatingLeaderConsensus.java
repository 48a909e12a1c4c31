package org.deltabed.protocol.agreement;

import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Adopted;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Decided;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Impose;
import org.deltabed.protocol.Latest;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.Value;

/**
 * C3: rotating-leader consensus, which implements uniform consensus (ucons) with a majority and a
 * detector that may err.
 *
 * <p>The processes lead in turn. The leader of a round selects among a majority the value that was
 * adopted last, imposes it on a majority, decides it and tells everybody. If somebody suspects it,
 * the round is over, and the next one leads.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>}; indication {@code <Decide, v>}.
 *
 * <p><b>Properties.</b> Validity: any value decided is a value proposed. Uniform agreement: no two
 * processes decide differently. Termination: every correct process eventually decides. Integrity:
 * no process decides twice. All but termination hold however wrong the detector is.
 *
 * <p><b>Assumptions.</b> Partial synchrony: crash-stop, a majority of correct processes (N &gt;
 * 2f), the eventually perfect failure detector, best-effort and reliable broadcast. Every correct
 * process proposes.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code rb}: ReliableBroadcast, eager since the
 * lazy one needs P; {@code EP}: EventuallyPerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Consensus Algorithm 3, which is prose; it is the
 * consensus of Chandra and Toueg, 1996.
 *
 * <p><b>In slots.</b> If nobody is suspected, the leader of round 1 imposes in the second cycle,
 * has its majority in that cycle, and everybody decides in the third. A leader that crashes costs
 * up to two cycles until it is suspected, and the next round.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>"The leader in every round k such that k mod N = i" gives p<sub>N</sub> no round, and
 *       rounds 0, N, 2N to nobody: with n=2 and f=0 a false suspicion of p1 ends it. Here the
 *       leader of round k is that of rank (k-1) mod N + 1, and k counts from 1.
 *   <li>"Processes that suspect pi inform pi and move to the next round, pi does so as well".
 *       Whoever has adopted the value, and does not suspect pi, then waits for ever: p3 suspects
 *       p1, both are in round 2, and its leader p2 is still in round 1, where nothing comes any
 *       more (n=3, f=0). Here a process that comes to a round tells all of it, with what it has
 *       adopted, and who hears of a later round goes there. So nobody needs to be informed besides.
 *   <li>"Incrementally": here rounds of which the process hears too late are skipped. It has
 *       adopted nothing in them, and was counted in none.
 *   <li>"If a correct process decides, it uses reliable broadcast": a process does not know that it
 *       is correct. Whoever decides as a leader broadcasts it, after it has decided.
 *   <li>"Latest with respect to the round": of proposals that nobody has adopted yet any will do.
 *       Here it is the leader's own, or the first that came.
 *   <li>A leader answers and adopts at once what it asks of all, without a message to itself.
 *   <li>"The accuracy property of the failure detector" is eventual accuracy; before it holds, no
 *       round need succeed.
 *   <li>Agreement: "a majority of processes have adopted v" protects v because two majorities meet
 *       and a process adopts in no round that it has left. The page leaves out the second half, and
 *       without it agreement breaks: see mistake C3-adopts-late.
 * </ol>
 */
public class RotatingLeaderConsensus extends Component<RotatingLeaderConsensus.S> {
  /**
   * The state.
   *
   * @param proposal what the process would decide, or null
   * @param adopted the round in which it adopted that, 0 for its own
   * @param said the last round of which it has told the others
   * @param answered leader: who has told of this round
   * @param selected leader: the latest of what they told, or null
   * @param selectedOf leader: the round in which that was adopted
   * @param imposed leader: whether it has imposed that
   * @param adopters leader: who has adopted it
   */
  public record S(
      ProcessSet suspected,
      int round,
      Value proposal,
      int adopted,
      int said,
      ProcessSet answered,
      Value selected,
      int selectedOf,
      boolean imposed,
      ProcessSet adopters,
      boolean decided) {}

  private static final String BEB = "beb";
  private static final String RB = "rb";

  protected ProcessSet suspected;
  protected int round;
  protected Value proposal;
  protected int adopted;
  protected int said;
  protected ProcessSet answered;
  protected Value selected;
  protected int selectedOf;
  protected boolean imposed;
  protected ProcessSet adopters;
  protected boolean decided;

  public RotatingLeaderConsensus(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    suspected = ProcessSet.EMPTY;
    proposal = null;
    adopted = 0;
    said = 0;
    decided = false;
    enter(1);
  }

  private void enter(int next) {
    round = next;
    answered = ProcessSet.EMPTY;
    selected = null;
    selectedOf = -1;
    imposed = false;
    adopters = ProcessSet.EMPTY;
  }

  protected final int leader() {
    return leaderOf(round);
  }

  /** Departure 1. */
  private int leaderOf(int k) {
    return (k - 1) % n + 1;
  }

  protected boolean isMajority(ProcessSet processes) {
    return processes.size() > n / 2;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Suspect(int p) -> suspected = decided ? suspected : suspected.with(p);
      case Restore(int p) -> suspected = suspected.without(p);
      case Propose(var v) -> {
        if (proposal == null && !decided) {
          proposal = v;
        }
      }
      case Deliver(int _, Decided(var v)) -> rbDeliver(v);
      case Deliver(int p, Latest(int k, var v, int of)) -> {
        if (isOfThisRound(k) && p != self) {
          answer(p, v, of);
        }
      }
      case Deliver(int _, Impose(int k, var v)) -> impose(k, v);
      case Arrive(int p, Addressed(int to, Adopted(int k))) -> {
        if (to == self && isOfThisRound(k)) {
          adopters = adopters.with(p);
        }
      }
      default -> throw unexpected(event);
    }
  }

  /** Goes where others are already (departure 2); what is of an earlier round is too late. */
  protected boolean isOfThisRound(int k) {
    if (k > round && !decided) {
      enter(k);
    }
    return k == round && !decided;
  }

  /** 1. Select among a majority the latest adopted value. */
  private void answer(int p, Value v, int of) {
    if (leader() == self && !imposed) {
      answered = answered.with(p);
      if (isLater(of)) {
        selected = v;
        selectedOf = of;
      }
    }
  }

  protected boolean isLater(int of) {
    return of > selectedOf;
  }

  /** 2. Any process in that majority adopts that value. */
  protected void impose(int k, Value v) {
    if (isOfThisRound(k) && leader() != self) {
      adopt(k, v);
    }
  }

  protected final void adopt(int k, Value v) {
    proposal = v;
    adopted = k;
    said = Math.max(said, k);
    send(new Addressed(leaderOf(k), new Adopted(k)));
  }

  private void rbDeliver(Value v) {
    if (!decided) {
      decide(v);
    }
  }

  /** Nothing else counts from then on. */
  private void decide(Value v) {
    trigger(new Decide(v));
    init();
    decided = true;
  }

  @Override
  protected boolean guards() {
    if (decided || proposal == null) {
      return false;
    }
    if (leader() == self && !imposed && isMajority(answered)) {
      imposed = true;
      answered = ProcessSet.EMPTY;
      proposal = selected;
      adopted = round;
      adopters = ProcessSet.of(self);
      trigger(BEB, new Broadcast(new Impose(round, selected)));
      return true;
    }
    // 3. pi decides and broadcasts the decision to all
    if (leader() == self && isMajority(adopters)) {
      Value v = proposal;
      decide(v);
      trigger(RB, new Broadcast(new Decided(v)));
      return true;
    }
    // Processes that suspect pi move to the next round.
    if (suspected.contains(leader())) {
      enter(round + 1);
      return true;
    }
    if (said < round) {
      said = round;
      trigger(BEB, new Broadcast(new Latest(round, proposal, adopted)));
      answer(self, proposal, adopted);
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(
        suspected,
        round,
        proposal,
        adopted,
        said,
        answered,
        selected,
        selectedOf,
        imposed,
        adopters,
        decided);
  }

  @Override
  public void load(S state) {
    suspected = state.suspected;
    round = state.round;
    proposal = state.proposal;
    adopted = state.adopted;
    said = state.said;
    answered = state.answered;
    selected = state.selected;
    selectedOf = state.selectedOf;
    imposed = state.imposed;
    adopters = state.adopters;
    decided = state.decided;
  }
}
