package org.deltabed.protocol.agreement;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;

/**
 * A1: non-blocking atomic commit (nbac).
 *
 * <p>Everybody broadcasts its vote. Who has the vote of every process that it has not detected
 * proposes the product of the votes to uniform consensus, or 0 if it has detected anybody.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>} with v 1 (yes) or 0 (no); indication {@code
 * <Decide, v>} with v 1 (commit) or 0 (abort).
 *
 * <p><b>Properties.</b> Agreement: no two processes decide differently. Termination: every correct
 * process eventually decides. Commit-validity: 1 can only be decided if all processes propose 1.
 * Abort-validity: 0 can only be decided if some process crashes or proposes 0. Integrity: no
 * process decides more than once.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast, uniform consensus. Every correct process proposes.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector; {@code uc}:
 * UniformConsensus.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Non-Blocking Atomic Commit.
 *
 * <p><b>In slots.</b> Asked in slot 0, everybody has heard each vote, or a silence, when slot n-1
 * ends, and all that live have decided when slot 2n-1 ends, whoever crashes.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code upon event correct ⊆ delivered} stays true and would propose without end (a test
 *       shows it); here {@code proposed} makes it happen once.
 *   <li>The page initialises {@code delviered}, and triggers {@code uncPropose} and expects {@code
 *       uncDecide} of what its Uses do not name.
 *   <li>The page multiplies a second vote of a process into prop as well, so that one could veto
 *       after it has said yes, in time at some and too late at others. To propose twice is no part
 *       of the abstraction; here the vote of each that arrives first counts.
 *   <li>What is neither 0 nor 1 is refused; the page's product would pass it on to be decided.
 *   <li>Termination needs that every correct process proposes, which the page does not say: its
 *       vote is waited for as long as it lives. Its own vote, too: nobody proposes to consensus, or
 *       decides 1, before it has voted.
 * </ol>
 *
 * <p>The page is right where it looks wrong. A process that voted 1 and was delivered, and crashed
 * before all votes were in, makes {@code correct != S} and its votes 0: abort-validity allows it,
 * since some process crashed. A vote that comes after its sender was detected changes nothing that
 * is not 0 already.
 */
public class NonBlockingAtomicCommit extends Component<NonBlockingAtomicCommit.S> {
  /** The state. */
  public record S(int prop, ProcessSet delivered, ProcessSet correct, boolean proposed) {}

  private static final String BEB = "beb";
  private static final String UC = "uc";

  protected int prop;
  protected ProcessSet delivered;
  protected ProcessSet correct;
  protected boolean proposed;

  public NonBlockingAtomicCommit(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    prop = 1;
    delivered = ProcessSet.EMPTY;
    correct = ProcessSet.all(n);
    proposed = false;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <crash, pi> do
      case Crash(int p) -> correct = correct.without(p);
      // upon event <Propose, v> do
      case Propose(var v) -> trigger(BEB, new Broadcast(vote(v)));
      // upon event <bebDeliver, pi, v> do
      case Deliver(int p, Num(long v)) -> {
        if (!delivered.contains(p)) { // departure 3
          delivered = delivered.with(p);
          prop = prop * (int) v; // so it either is 0 or 1
        }
      }
      // upon event <uncDecide, decision> do
      case Decide(var decision) -> trigger(new Decide(decision));
      default -> throw unexpected(event);
    }
  }

  /** Departure 4. */
  static Num vote(Value value) {
    if (value instanceof Num(long v) && (v == 0 || v == 1)) {
      return new Num(v);
    }
    throw new IllegalArgumentException("a vote is 0 or 1, not " + value);
  }

  /** {@code correct ⊆ delivered}. */
  protected boolean votesAreIn() {
    return correct.isSubsetOf(delivered);
  }

  /** {@code correct != S}. */
  protected boolean isSomebodyMissing() {
    return !correct.equals(ProcessSet.all(n));
  }

  /** Departure 1. */
  protected boolean mayPropose() {
    return !proposed;
  }

  @Override
  protected boolean guards() {
    // upon event correct ⊆ delivered do
    if (mayPropose() && votesAreIn()) {
      if (isSomebodyMissing()) {
        prop = 0;
      }
      trigger(UC, new Propose(new Num(prop)));
      proposed = true;
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(prop, delivered, correct, proposed);
  }

  @Override
  public void load(S state) {
    prop = state.prop;
    delivered = state.delivered;
    correct = state.correct;
    proposed = state.proposed;
  }
}
