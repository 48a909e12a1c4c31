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
 * C2: uniform hierarchical consensus, which implements uniform consensus (ucons).
 *
 * <p>As hierarchical consensus, but everybody waits for the end of round n to decide: who decides
 * has heard of every leader, or of its crash.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>}; indication {@code <Decide, v>}.
 *
 * <p><b>Properties.</b> Validity: any value decided is a value proposed. Uniform agreement: no two
 * processes decide differently. Termination: every correct process eventually decides. Integrity:
 * no process decides twice.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast. Every correct process proposes.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Consensus, Algorithm - Uniform Hierarchical
 * Consensus.
 *
 * <p><b>In slots.</b> The leader of round i owns slot i-1 and composes its frame from what it knows
 * at the slot's start, so all that live decide when slot n-1 ends: one cycle, whoever crashes.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>A message of a later round is kept until its round. If it were dropped, p1 would drop the
 *       value of p2 that overtakes p1's own to itself, and never decide: n=2, f=0.
 *   <li>A message of an earlier round is dropped, also if its sender was suspected in between.
 *   <li>{@code delivered[]} is a set of leaders.
 *   <li>After {@code <Decide>} the page's guard is still true, its {@code else} moves on to round
 *       n+1, and there is no p_round to ask about. Here the guard ends with round n.
 *   <li>Termination needs that every correct process proposes, which the page does not say.
 * </ol>
 *
 * <p>The page's {@code <Decide, currentProposal>} never decides nil, although it does not ask: no
 * process suspects itself, so it has left its own round by delivering its own broadcast.
 */
public class UniformHierarchicalConsensus extends Component<UniformHierarchicalConsensus.S> {
  /** The state; {@code early} holds what leaders of later rounds sent. */
  public record S(
      ProcessSet suspected,
      int round,
      Value currentProposal,
      boolean broadcast,
      ProcessSet delivered,
      boolean decided,
      Early early) {}

  private static final String BEB = "beb";

  protected ProcessSet suspected;
  protected int round;
  protected Value currentProposal;
  protected boolean broadcast;
  protected ProcessSet delivered;
  protected boolean decided;
  protected Early early;

  public UniformHierarchicalConsensus(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    suspected = ProcessSet.EMPTY;
    round = 1;
    currentProposal = null;
    broadcast = false;
    delivered = ProcessSet.EMPTY;
    decided = false;
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
    return round <= lastRound() && (delivered.contains(round) || suspected.contains(round));
  }

  /** The page's n: the round that all decide after, and the rank of the last leader. */
  protected int lastRound() {
    return n;
  }

  /** {@code round = n}. */
  protected boolean isLastRound() {
    return round == lastRound();
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
      if (isLastRound() && !decided) {
        trigger(new Decide(currentProposal));
        decided = true;
      } else {
        round = round + 1;
      }
      return true;
    }
    // upon event p_round = self and broadcast = false and currentProposal != nil do
    if (round == self && round <= lastRound() && !broadcast && currentProposal != null) {
      trigger(BEB, new Broadcast(currentProposal));
      broadcast = true;
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(suspected, round, currentProposal, broadcast, delivered, decided, early);
  }

  @Override
  public void load(S state) {
    suspected = state.suspected;
    round = state.round;
    currentProposal = state.currentProposal;
    broadcast = state.broadcast;
    delivered = state.delivered;
    decided = state.decided;
    early = state.early;
  }
}
