package org.deltabed.protocol.agreement;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Decided;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;

/**
 * A2: two-phase commit (tpc).
 *
 * <p>Everybody sends its vote to the coordinator, p1, which waits for the vote or the crash of
 * each, decides, and tells the others. It is kept to show how it blocks: if the coordinator crashes
 * before all have heard, who has not heard must wait for ever, as it cannot know whether the
 * coordinator committed.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>} with v 1 (yes) or 0 (no); indication {@code
 * <Decide, v>} with v 1 (commit) or 0 (abort).
 *
 * <p><b>Properties.</b> Agreement: no two processes decide differently. Termination unless the
 * coordinator crashes: if the coordinator does not crash, every correct process eventually decides.
 * Commit-validity: 1 can only be decided if all processes propose 1. Abort-validity: 0 can only be
 * decided if some process crashes or proposes 0. Integrity: no process decides more than once.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast. Every correct process proposes.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Non-Blocking Atomic Commit, which tells it in two
 * sentences: a coordinator "waiting for the proposals of other process or to detect their crashe
 * and then it decides", and "upon making a decision, it would broadcast it".
 *
 * <p><b>In slots.</b> Asked in slot 0, the coordinator has every vote, or a silence, when slot n-1
 * ends, and decides; the others when its slot n ends. That is n-1 slots less than {@link
 * NonBlockingAtomicCommit} takes, and what its blocking buys.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page has no pseudo code. What the coordinator does with the votes is taken from
 *       non-blocking atomic commit on the same page.
 *   <li>The votes go to everybody, since one frame reaches all; only the coordinator counts them.
 *   <li>"Some processes may not receive the decision, which makes them block": these, but not all
 *       of them. Who has heard could tell the others (co-operative termination), but if the only
 *       ones that knew have crashed, all that live block, and that cannot be helped with messages.
 *   <li>To abort when the coordinator's crash is detected does not help either: it may have
 *       committed (seeded mistake A2-gives-up).
 * </ol>
 */
public class TwoPhaseCommit extends Component<TwoPhaseCommit.S> {
  /** The state; prop, delivered and correct are the coordinator's. */
  public record S(int prop, ProcessSet delivered, ProcessSet correct, boolean decided) {}

  public static final int COORDINATOR = 1;

  private static final String BEB = "beb";

  protected int prop;
  protected ProcessSet delivered;
  protected ProcessSet correct;
  protected boolean decided;

  public TwoPhaseCommit(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    prop = 1;
    delivered = ProcessSet.EMPTY;
    correct = ProcessSet.all(n);
    decided = false;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Crash(int p) -> crash(p);
      case Propose(var v) -> trigger(BEB, new Broadcast(NonBlockingAtomicCommit.vote(v)));
      case Deliver(int p, Decided(var v)) -> {
        if (p == COORDINATOR) {
          decide(v);
        }
      }
      case Deliver(int p, Num(long v)) -> {
        if (self == COORDINATOR && !delivered.contains(p)) {
          delivered = delivered.with(p);
          prop = prop * (int) v;
        }
      }
      default -> throw unexpected(event);
    }
  }

  protected void crash(int p) {
    if (self == COORDINATOR) {
      correct = correct.without(p);
    }
  }

  protected final void decide(Value v) {
    if (!decided) {
      decided = true;
      trigger(new Decide(v));
    }
  }

  /** {@code correct ⊆ delivered}: "waiting for the proposals or to detect their crash". */
  protected boolean votesAreIn() {
    return correct.isSubsetOf(delivered);
  }

  @Override
  protected boolean guards() {
    if (self == COORDINATOR && !decided && votesAreIn()) {
      Num decision = new Num(correct.equals(ProcessSet.all(n)) ? prop : 0);
      decide(decision);
      trigger(BEB, new Broadcast(new Decided(decision)));
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(prop, delivered, correct, decided);
  }

  @Override
  public void load(S state) {
    prop = state.prop;
    delivered = state.delivered;
    correct = state.correct;
    decided = state.decided;
  }
}
