package org.deltabed.protocol.membership;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Block;
import org.deltabed.protocol.BlockOk;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Change;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Flush;
import org.deltabed.protocol.InView;
import org.deltabed.protocol.Mailbox;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;
import org.deltabed.protocol.View;

/**
 * G3: view synchrony from uniform consensus, which implements view synchronous broadcast (vs).
 *
 * <p>A broadcast is best effort while nobody crashes. After a crash all stop, tell each other what
 * they have delivered in the view, and agree on the next view together with those sets: what is in
 * one of them is delivered by all before they go on.
 *
 * <p><b>Events.</b> Requests {@code <vsBroadcast, m>} and {@code <vsBlockOk>}; indications {@code
 * <vsDeliver, p, m>}, {@code <vsView, V>} and {@code <vsBlock>}. V(0, S) is installed from the
 * start and never indicated.
 *
 * <p><b>Properties.</b> View inclusion: if some process delivers a message m from process p in view
 * V, then m was broadcast by p in V. Local monotonicity, agreement, completeness and accuracy of
 * views: as group membership. Validity: if p<sub>i</sub> and p<sub>j</sub> are correct, then every
 * message broadcast by p<sub>i</sub> is eventually delivered by p<sub>j</sub>. No duplication: no
 * message is delivered more than once. No creation: no message is delivered unless it was
 * broadcast. Delivery agreement: for any message m, if any correct process delivers m, then every
 * correct process delivers m. Same deliveries, which gives the abstraction its name: if two
 * processes install the same two views one after the other, they deliver the same messages in the
 * first. The page's list lacks it. For correct processes it follows from view inclusion and
 * delivery agreement; for one that installs the second view and then crashes it does not, and it is
 * kept here too.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P. A
 * process broadcasts a message at most once. The application answers {@code <vsBlock>} with {@code
 * <vsBlockOk>}, and broadcasts nothing from then until the next view; what it broadcasts
 * nevertheless is lost.
 *
 * <p><b>Uses.</b> {@code uc[]}: UniformConsensus, one for each view id; {@code beb}:
 * BestEffortBroadcast; {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, View Synchrony, the second algorithm.
 *
 * <p><b>In slots.</b> A crash is silence within a cycle, the sets take a cycle, and the consensus
 * two at most; a change that began before the crash may have to end first. From the last crash to
 * the last view 5 slots with two processes, 11 with three and 14 with four, of whom one crashes.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code delivered := delivered U {m}} forgets who broadcast m, and the loop over {@code
 *       (src, m) ∈ mset} then has no src to deliver from; the same m of two processes would be
 *       delivered once. Here the sets hold (src, m).
 *   <li>A message of a view that is not installed here yet is dropped, as {@code view.id = viewId}
 *       is false, and nobody sends it again: p1 installs V(1), broadcasts in it, and p2 hears that
 *       before the decision (n=3, f=1, not in slots). A set of such a view is put into the dset of
 *       this one, and erased with it, and then p2 waits for it for ever. Here both are kept until
 *       their view.
 *   <li>The view of a set is not looked at. One of the view before that comes late counts as one of
 *       this view; its sender is not blocked, and delivers more than it says (n=4, f=2, not in
 *       slots). The set of a process that the view no longer holds lets the next view hold it
 *       again. Here an old set is dropped.
 *   <li>A crash while the group flushes is lost, by {@code if flushing = false}: if the decided
 *       view still holds that process, no event ever removes it (n=3, f=2). And a crash of one who
 *       is not in the view any more, as its decision came first, makes this process flush alone,
 *       blocked for good. Here it is a condition: a member of the view has crashed.
 *   <li>What is proposed is {@code view.memb ∩ correct}, for {@code correct} alone: one that the
 *       view has excluded may not be detected here yet, and would be in the next view again.
 *   <li>{@code forall p ∈ correct ...} is asked only when a set comes, so a process that waits for
 *       one from somebody who then crashes waits for ever (n=3, f=2). Here it is a condition too,
 *       and proposes once; the page would propose again with every set that comes after.
 *   <li>{@code (blocked = false)} in {@code upon event <vsBroadcast, m>} may be read as an event
 *       that waits or as one that is lost: here it is lost, as otherwise there would be nothing to
 *       ask of the application.
 *   <li>The page proposes every view to the same {@code uc}, which decides once: the second view
 *       would never come, and all would stay blocked (mistake G3-one-instance: n=3, f=2). Here the
 *       view of that id has an instance of its own, {@code uc[id]}, as in G1.
 * </ol>
 *
 * <p>What looks wrong and is not: a message that comes while blocked is discarded. If its sender
 * lives it is in its own set, as it delivers to itself first and is blocked when it sends the set;
 * if a member that lives has delivered it before, it is in that one's; if neither, nobody has it. A
 * decision comes only to who is blocked, in the view before: those who proposed had the set of
 * every live process, so there is no need to keep decisions as in group membership. {@code p ∈
 * memb} leaves out sets of the crashed; a message that only they have delivered is delivered by no
 * correct process, and no property asks for it.
 */
public class ConsensusViewSynchrony extends Component<ConsensusViewSynchrony.S> {
  /**
   * The state; {@code early} holds what was broadcast in views that are not installed yet, with its
   * sender.
   */
  public record S(
      View view,
      ProcessSet correct,
      boolean flushing,
      boolean blocked,
      boolean proposed,
      ValueSet delivered,
      Mailbox dset,
      ValueSet early) {}

  private static final String BEB = "beb";
  private static final String UC = "uc";

  protected View view;
  protected ProcessSet correct;
  protected boolean flushing;
  protected boolean blocked;
  protected boolean proposed;
  protected ValueSet delivered;
  protected Mailbox dset;
  protected ValueSet early;

  public ConsensusViewSynchrony(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    view = new View(0, ProcessSet.all(n));
    correct = ProcessSet.all(n);
    flushing = false;
    blocked = false;
    proposed = false;
    delivered = ValueSet.EMPTY;
    dset = Mailbox.EMPTY;
    early = ValueSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <vsBroadcast, m> and (blocked = false) do
      case Broadcast(var m) -> {
        if (!blocked) {
          vsDeliver(self, m);
          trigger(BEB, new Broadcast(new InView(view.id(), m)));
        }
      }
      // upon event <bebDeliver, src, [Data, viewId, m]> do
      case Deliver(int src, InView data) -> bebDeliver(src, data);
      // upon event <crash, p> do
      case Crash(int p) -> crash(p);
      // upon event <vsBlockOk> do
      case BlockOk() -> {
        blocked = true;
        trigger(BEB, new Broadcast(new Flush(view.id(), delivered.values())));
      }
      // upon event <bebDeliver, src, [DSET, viewId, del]> do
      case Deliver(int src, Flush flush) -> bebDeliver(src, flush);
      // upon event <ucDecided, id, memb, vsdset> do
      case Decide(Change(int id, var memb, var vsdset)) -> ucDecided(new View(id, memb), vsdset);
      default -> throw unexpected(event);
    }
  }

  /** The [Data]: departure 2. */
  protected void bebDeliver(int src, InView data) {
    if (data.id() > view.id()) {
      early = early.with(new Data(src, data));
    } else if (data.id() == view.id() && !blocked) {
      vsDeliver(src, data.message());
    }
  }

  /** The [DSET]: departures 2 and 3. */
  protected void bebDeliver(int src, Flush flush) {
    if (flush.id() > view.id()) {
      early = early.with(new Data(src, flush));
    } else if (flush.id() == view.id()) {
      put(src, flush);
    }
  }

  /** {@code dset := dset U (src, del)}. */
  protected final void put(int src, Flush flush) {
    dset = dset.with(src, new Sequence(flush.delivered()));
  }

  /** Departure 4: {@code flushing} is left to the guard. */
  protected void crash(int p) {
    correct = correct.without(p);
  }

  /** {@code if m ∉ delivered}, and departure 1: with who broadcast it. */
  protected void vsDeliver(int src, Value m) {
    Data message = new Data(src, m);
    if (!delivered.contains(message)) {
      delivered = delivered.with(message);
      trigger(new Deliver(src, m));
    }
  }

  protected void ucDecided(View next, List<Value> vsdset) {
    for (Value set : vsdset) {
      if (set instanceof Data(int p, Sequence(var mset)) && next.members().contains(p)) {
        mset.forEach(message -> flushed(p, (Data) message));
      }
    }
    view = next;
    flushing = false;
    blocked = false;
    proposed = false;
    dset = Mailbox.EMPTY;
    delivered = ValueSet.EMPTY;
    trigger(new NewView(view));
  }

  /** {@code trigger <vsDeliver, src, m>} for a message that p had delivered. */
  protected void flushed(int p, Data message) {
    vsDeliver(message.source(), message.message());
  }

  /** Departure 4: a member has crashed, now or while the view before was left. */
  protected boolean isToFlush() {
    return !flushing && !view.members().isSubsetOf(correct);
  }

  /** {@code forall p ∈ correct such that (p, mset) ∈ dset}: departure 6. */
  protected boolean isToPropose() {
    return blocked && !proposed && survivors().isSubsetOf(dset.senders());
  }

  /** Departure 5: those in the view that have not crashed. */
  protected ProcessSet survivors() {
    return view.members().intersect(correct);
  }

  @Override
  protected boolean guards() {
    // departure 2: what came before its view
    for (Value kept : early) {
      if (kept instanceof Data(int src, InView data) && data.id() == view.id()) {
        early = early.without(kept);
        bebDeliver(src, data);
        return true;
      }
      if (kept instanceof Data(int src, Flush flush) && flush.id() == view.id()) {
        early = early.without(kept);
        bebDeliver(src, flush);
        return true;
      }
    }
    // upon event <crash, p> do, if flushing = false
    if (isToFlush()) {
      block();
      return true;
    }
    // upon event <bebDeliver, src, [DSET, viewId, del]> do, if forall p ∈ correct ...
    if (isToPropose()) {
      ucPropose();
      return true;
    }
    return false;
  }

  protected final void block() {
    flushing = true;
    trigger(new Block());
  }

  protected final void ucPropose() {
    proposed = true;
    int next = view.id() + 1;
    trigger(UC, instanceOf(next), new Propose(new Change(next, survivors(), sets(dset))));
  }

  /** Departure 8: which instance decides on the view of that id. */
  protected int instanceOf(int id) {
    return id;
  }

  private static List<Value> sets(Mailbox dset) {
    List<Value> sets = new ArrayList<>();
    dset.senders().forEach(p -> sets.add(new Data(p, dset.get(p))));
    return sets;
  }

  @Override
  public S save() {
    return new S(view, correct, flushing, blocked, proposed, delivered, dset, early);
  }

  @Override
  public void load(S state) {
    view = state.view;
    correct = state.correct;
    flushing = state.flushing;
    blocked = state.blocked;
    proposed = state.proposed;
    delivered = state.delivered;
    dset = state.dset;
    early = state.early;
  }
}
