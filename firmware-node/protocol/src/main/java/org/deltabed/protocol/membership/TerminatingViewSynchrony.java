package org.deltabed.protocol.membership;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Block;
import org.deltabed.protocol.BlockOk;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Flush;
import org.deltabed.protocol.InView;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.SenderFailed;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;
import org.deltabed.protocol.View;

/**
 * G2: view synchrony from terminating reliable broadcast and group membership, which implements
 * view synchronous broadcast (vs).
 *
 * <p>A broadcast is best effort while nobody crashes. Before a new view is installed, every member
 * of the old one sends what it has delivered by terminating reliable broadcast, and all wait for
 * one delivery from each: its set, or {@code f} if it crashed.
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
 * correct process delivers m. Same deliveries: if two processes install the same two views one
 * after the other, they deliver the same messages in the first; the page's list implies it for
 * correct processes only.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P below.
 * A process broadcasts a message at most once. The application answers {@code <vsBlock>} with
 * {@code <vsBlockOk>}, and broadcasts nothing from then until the next view.
 *
 * <p><b>Uses.</b> {@code gmp}: GroupMembership; {@code trb[]}: UniformTerminatingReliableBroadcast,
 * one for each view and member; {@code beb}: BestEffortBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, View Synchrony, the first algorithm.
 *
 * <p><b>In slots.</b> The view takes what group membership takes, then the sets a cycle and their
 * consensus two at most; views queue. From the last crash to the last view 7 slots with two
 * processes, 17 with three and 18 with four, of whom one crashes.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code forall m ∈ del ... trigger <vsDeliver, src, m>}: there is no src. The only process
 *       in sight is p, whose set it is and who need not have broadcast m (n=2, f=1). Here the sets
 *       hold (src, m).
 *   <li>{@code <trbDeliver, p, (viewId, del)>} does not say what to do with {@code f}, which is
 *       delivered for whoever crashed, and there is no new view unless somebody did: {@code trbDone
 *       = view.memb} never comes true (n=2, f=1). Here {@code f} is an empty set.
 *   <li>One {@code trb} delivers one message. Here each view id and sender has its own, {@code
 *       trb[view.id * N + p]}, and a process initialises those of all members when it is blocked:
 *       one whose sender has crashed in silence is addressed by nobody, and would not be there to
 *       hear of the crash.
 *   <li>{@code trbDone = ∅} upon {@code <vsBlockOk>} forgets those that were delivered before, from
 *       members who were blocked earlier, and then waits for ever (n=3, f=1, not in slots). Here it
 *       is emptied with the view.
 *   <li>A message, or a set, of a view that is not installed here yet is kept until then. The page
 *       drops the message, as {@code view.id = viewId} is false (n=3, f=1, not in slots), and takes
 *       the set for one of this view (n=4, f=2, not in slots).
 *   <li>The broadcast is the uniform one, which the page leaves open. With the regular one a member
 *       that crashes later may have got a set where the others get {@code f}: it has delivered more
 *       than they when it installs the same view (n=3, f=2, not in slots). The page's nine
 *       properties would still hold, as those about deliveries are about correct processes; same
 *       deliveries would not.
 *   <li>A broadcast while blocked is lost, and {@code nextView} is ⊥ again when it is installed.
 * </ol>
 *
 * <p>What looks wrong and is not: sets of others that come before this process is blocked are
 * delivered at once, in the view they are of. What comes by best effort while it is blocked is
 * discarded: its sender has it in its own set, or crashed; and then it is in the set of any member
 * that delivered it and lives. Views queue up while one is being installed, and none is lost.
 */
public class TerminatingViewSynchrony extends Component<TerminatingViewSynchrony.S> {
  /**
   * The state; {@code nextView} is null for ⊥, and {@code early} holds what is of views that are
   * not installed yet, with its sender.
   */
  public record S(
      View view,
      View nextView,
      List<View> pending,
      ValueSet delivered,
      ProcessSet trbDone,
      boolean flushing,
      boolean blocked,
      ValueSet early) {}

  private static final String TRB = "trb";
  private static final String BEB = "beb";

  protected View view;
  protected View nextView;
  protected List<View> pending;
  protected ValueSet delivered;
  protected ProcessSet trbDone;
  protected boolean flushing;
  protected boolean blocked;
  protected ValueSet early;

  public TerminatingViewSynchrony(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    view = new View(0, ProcessSet.all(n));
    nextView = null;
    pending = List.of();
    delivered = ValueSet.EMPTY;
    trbDone = ProcessSet.EMPTY;
    flushing = false;
    blocked = false;
    early = ValueSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    throw unexpected(event);
  }

  @Override
  protected void upon(String use, int index, Event event) {
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
      // upon event <membView, V> do
      case NewView(View next) -> addToTail(next);
      // upon event <vsBlockOk> do
      case BlockOk() -> vsBlockOk();
      // upon event <trbDeliver, p, (viewId, del)> do
      case Deliver(int p, Flush flush) -> trbDeliver(p, flush);
      // departure 2
      case Deliver(int p, SenderFailed _) -> trbDeliverFailed(p, (index - 1) / n);
      default -> throw unexpected(event);
    }
  }

  protected void bebDeliver(int src, InView data) {
    if (data.id() > view.id()) { // departure 5
      early = early.with(new Data(src, data));
    } else if (data.id() == view.id() && !blocked) {
      vsDeliver(src, data.message());
    }
  }

  /** {@code if m ∉ delivered}, and departure 1: with who broadcast it. */
  protected final void vsDeliver(int src, Value m) {
    Data message = new Data(src, m);
    if (!delivered.contains(message)) {
      delivered = delivered.with(message);
      trigger(new Deliver(src, m));
    }
  }

  private void addToTail(View next) {
    List<View> more = new ArrayList<>(pending);
    more.add(next);
    pending = List.copyOf(more);
  }

  /** Departures 3 and 4. */
  protected void vsBlockOk() {
    blocked = true;
    view.members().forEach(p -> initialise(TRB, instanceOf(p)));
    trigger(TRB, instanceOf(self), new Broadcast(new Flush(view.id(), delivered.values())));
  }

  private int instanceOf(int p) {
    return view.id() * n + p;
  }

  protected void trbDeliver(int p, Flush flush) {
    if (flush.id() > view.id()) { // departure 5
      early = early.with(new Data(p, flush));
      return;
    }
    trbDone = trbDone.with(p);
    flush.delivered().forEach(message -> flushed(p, (Data) message));
  }

  /** Departure 2: p has crashed, and its set with it. */
  protected void trbDeliverFailed(int p, int viewId) {
    trbDeliver(p, new Flush(viewId, List.of()));
  }

  /** {@code trigger <vsDeliver, src, m>} for a message that p had delivered. */
  protected void flushed(int p, Data message) {
    vsDeliver(message.source(), message.message());
  }

  @Override
  protected boolean guards() {
    // departure 5: what came before its view
    for (Value kept : early) {
      if (kept instanceof Data(int src, InView data) && data.id() == view.id()) {
        early = early.without(kept);
        bebDeliver(src, data);
        return true;
      }
      if (kept instanceof Data(int p, Flush flush) && flush.id() == view.id()) {
        early = early.without(kept);
        trbDeliver(p, flush);
        return true;
      }
    }
    // upon (pending != ∅) and (flushing = false) do
    if (!pending.isEmpty() && !flushing) {
      nextView = pending.getFirst();
      pending = List.copyOf(pending.subList(1, pending.size()));
      flushing = true;
      trigger(new Block());
      return true;
    }
    // upon (trbDone = view.memb) and (blocked = true) do
    if (trbDone.equals(view.members()) && blocked) {
      view = nextView;
      nextView = null;
      flushing = false;
      blocked = false;
      trbDone = ProcessSet.EMPTY;
      delivered = ValueSet.EMPTY;
      trigger(new NewView(view));
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(view, nextView, pending, delivered, trbDone, flushing, blocked, early);
  }

  @Override
  public void load(S state) {
    view = state.view;
    nextView = state.nextView;
    pending = state.pending;
    delivered = state.delivered;
    trbDone = state.trbDone;
    flushing = state.flushing;
    blocked = state.blocked;
    early = state.early;
  }
}
