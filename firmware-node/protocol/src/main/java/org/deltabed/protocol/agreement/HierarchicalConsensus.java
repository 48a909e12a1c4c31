package org.deltabed.protocol.agreement;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;

/**
 * C1: hierarchical consensus, which implements regular consensus (cons).
 *
 * <p>In round i the process of rank i leads: it decides its current proposal and broadcasts it. The
 * others wait for that, and adopt it, or for its crash.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>}; indication {@code <Decide, v>}.
 *
 * <p><b>Properties.</b> Validity: any value decided is a value proposed. Agreement: no two
 * <em>correct</em> processes decide differently. Termination: every correct process eventually
 * decides. Integrity: no process decides more than once. Not uniform agreement: p1 decides, crashes
 * before its frame is out, and p2 decides its own value (n=2, f=1).
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast. Every correct process proposes.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Consensus, Algorithm - Hierarchical Consensus.
 *
 * <p><b>In slots.</b> The leader of round i owns slot i-1, so all have decided when slot n-2 ends,
 * whoever crashes.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code <bebDeliver, p_round, value>} says nothing of a message whose sender does not lead
 *       the current round. One of a <em>later</em> round is kept here until its round. If it were
 *       dropped (the {@code if i == round} that the page muses about does so) p3 would drop the
 *       value of p2 that overtakes p1's, and wait for it for ever: n=3, f=0. It happens in slots
 *       too: a leader that was not asked yet crashes, and its empty frame reaches p3 and not p2,
 *       who hears silence and goes ahead.
 *   <li>One of an <em>earlier</em> round is dropped: its sender was suspected in between. The order
 *       of ranks is what agreement rests on. If all were adopted as they come (mistake X01), p3
 *       would take p1's value after p2's, and decide it against p2: n=3, f=1.
 *   <li>{@code delivered[]} is indexed by round, and the page's {@code broadcast := delivered[] =
 *       false} assigns a comparison; here it is a set of leaders, empty at first.
 *   <li>The page's round runs on to n+1, where there is no p_round to ask about. Here the guard
 *       ends with round n.
 *   <li>Termination needs that every correct process proposes, which the page does not say: a
 *       correct leader that holds no proposal is not suspected and blocks all after it.
 * </ol>
 */
public class HierarchicalConsensus extends Component<HierarchicalConsensus.S> {
  /** The state; {@code early} holds what leaders of later rounds sent. */
  public record S(
      ProcessSet suspected,
      int round,
      Value currentProposal,
      boolean broadcast,
      ProcessSet delivered,
      Early early) {}

  private static final String BEB = "beb";

  protected ProcessSet suspected;
  protected int round;
  protected Value currentProposal;
  protected boolean broadcast;
  protected ProcessSet delivered;
  protected Early early;

  public HierarchicalConsensus(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    suspected = ProcessSet.EMPTY;
    round = 1;
    currentProposal = null;
    broadcast = false;
    delivered = ProcessSet.EMPTY;
    early = Early.NONE;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <crash, pi> do
      case Crash(int p) -> suspected = suspected.with(p);
      // upon event <Propose, v> do
      case Propose(var v) -> {
        if (currentProposal == null) {
          currentProposal = v;
        }
      }
      // upon event <bebDeliver, pi, value> do
      case Deliver(int p, var value) -> bebDeliver(p, value);
      default -> throw unexpected(event);
    }
  }

  protected void bebDeliver(int p, Value value) {
    if (p == round) { // <bebDeliver, p_round, value>
      currentProposal = value;
      delivered = delivered.with(round);
    } else if (p > round) { // departure 1
      early = early.with(p, value);
    } // else departure 2
  }

  /** {@code delivered[round] = true or p_round ∈ suspected}. */
  protected boolean roundIsOver() {
    return round <= n && (delivered.contains(round) || suspected.contains(round));
  }

  @Override
  protected boolean guards() {
    // departure 1: what came before its round
    Value kept = early.get(round);
    if (kept != null) {
      early = early.without(round);
      bebDeliver(round, kept);
      return true;
    }
    // upon event delivered[round] = true or p_round ∈ suspected do
    if (roundIsOver()) {
      round = round + 1;
      return true;
    }
    // upon event p_round = self and broadcast = false and currentProposal != nil do
    if (round == self && !broadcast && currentProposal != null) {
      trigger(new Decide(currentProposal));
      trigger(BEB, new Broadcast(currentProposal));
      broadcast = true;
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(suspected, round, currentProposal, broadcast, delivered, early);
  }

  @Override
  public void load(S state) {
    suspected = state.suspected;
    round = state.round;
    currentProposal = state.currentProposal;
    broadcast = state.broadcast;
    delivered = state.delivered;
    early = state.early;
  }
}
