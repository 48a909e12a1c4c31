package org.deltabed.protocol.membership;

import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;
import org.deltabed.protocol.View;

/**
 * G1: group membership (gmp).
 *
 * <p>Who has detected a crash proposes the rest as the next view; one uniform consensus for each
 * view makes all install the same ones in the same order.
 *
 * <p><b>Events.</b> Indication {@code <membView, V>}: the view V(id, memb) is installed. V(0, S) is
 * installed from the start and never indicated.
 *
 * <p><b>Properties.</b> Local monotonicity: if a process installs a view V(j, M) after installing
 * V(k, N), then j &gt; k and M ⊆ N. Agreement: no two processes install views V(j, M) and V(j, M')
 * such that M ≠ M'. Completeness: if a process p crashes, then there is an integer j such that
 * every correct process eventually installs a view V(j, M) such that p ∉ M. Accuracy: if some
 * process installs a view V(i, M) and p ∉ M, then p has crashed.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P.
 *
 * <p><b>Uses.</b> {@code uc[]}: UniformConsensus, one for each view id; {@code P}:
 * PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Group Membership.
 *
 * <p><b>In slots.</b> A crash is silence by the end of the next cycle. A consensus that begins in a
 * cycle is over by the end of the one after, whoever crashes meanwhile: all pass the slot of a
 * silent leader at once. So all have installed a view without the only one who crashed two cycles
 * after that of the crash, and without the last of several three cycles after, as the consensus on
 * the view before may have to end first.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page proposes every view to the same {@code ucons}, which decides once: the second view
 *       would never come (n=3, f=2). Here the view of that id has an instance of its own, {@code
 *       uc[id]}.
 *   <li>A process may decide in {@code uc[id+1]} before {@code uc[id]}: hierarchical consensus
 *       decides also for one that has not proposed, and messages overtake each other. The page
 *       installs views as they are decided, so V(2, M) and then V(1, N): not monotonic (n=4, f=2,
 *       not in slots). It then also proposes to {@code uc[2]} again. Here a decision waits for its
 *       turn.
 * </ol>
 *
 * <p>What looks wrong and is not: the consensus waits for the proposal of every correct process,
 * and who has not detected the crash makes none; but by P's completeness it will, and then {@code
 * correct ⊂ view.memb}. A decided view may hold one who crashed since: the guard is true again at
 * once. The consensus may decide a view that excludes one whom this process has not detected: it
 * heard him lead his round before he crashed, and the leader after him had not (n=4, f=2); then
 * {@code correct} is no subset of {@code view.memb}, and the guard sleeps until P has caught up.
 * Each view is a strict subset of the one before, so there are fewer than n changes.
 *
 * <p>Uniform consensus, not regular: a process may decide a view that nobody else hears of, and
 * crash; "no two processes" counts it.
 */
public class GroupMembership extends Component<GroupMembership.S> {
  /** The state; {@code decided} holds the views whose predecessors are not installed yet. */
  public record S(View view, ProcessSet correct, boolean waiting, ValueSet decided) {}

  private static final String UC = "uc";

  protected View view;
  protected ProcessSet correct;
  protected boolean waiting;
  protected ValueSet decided;

  public GroupMembership(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    view = new View(0, ProcessSet.all(n));
    correct = ProcessSet.all(n);
    waiting = false;
    decided = ValueSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <crash, pi> do
      case Crash(int p) -> correct = correct.without(p);
      // upon event <ucDecided, (id, memb)> do
      case Decide(View next) -> ucDecided(next);
      default -> throw unexpected(event);
    }
  }

  /** Departure 2: it waits for its turn. */
  protected void ucDecided(View next) {
    decided = decided.with(next);
  }

  protected void install(View next) {
    view = next;
    waiting = false;
    trigger(new NewView(view));
  }

  /** What the instance of that view id is asked: {@code (view.id + 1, correct)}. */
  protected View proposal() {
    return new View(view.id() + 1, correct);
  }

  /** Departure 1: which instance decides on that view. */
  protected int instanceOf(View proposed) {
    return proposed.id();
  }

  @Override
  protected boolean guards() {
    // upon event <ucDecided, (id, memb)> do, when it is its turn
    for (Value kept : decided) {
      if (kept instanceof View next && next.id() == view.id() + 1) {
        decided = decided.without(next);
        install(next);
        return true;
      }
    }
    // upon event (correct ⊂ view.memb) and (wait = false) do
    if (isStrictSubset(correct, view.members()) && !waiting) {
      waiting = true;
      View proposed = proposal();
      trigger(UC, instanceOf(proposed), new Propose(proposed));
      return true;
    }
    return false;
  }

  private static boolean isStrictSubset(ProcessSet part, ProcessSet whole) {
    return part.isSubsetOf(whole) && !part.equals(whole);
  }

  @Override
  public S save() {
    return new S(view, correct, waiting, decided);
  }

  @Override
  public void load(S state) {
    view = state.view;
    correct = state.correct;
    waiting = state.waiting;
    decided = state.decided;
  }
}
