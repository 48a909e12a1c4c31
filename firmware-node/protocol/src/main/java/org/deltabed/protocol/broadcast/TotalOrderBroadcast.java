package org.deltabed.protocol.broadcast;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Data;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.agreement.Early;

/**
 * B10: total order broadcast from consensus, which implements regular total order broadcast (tob).
 *
 * <p>Messages are spread by reliable broadcast. One consensus after another then decides which set
 * of them comes next; the messages of a set are delivered in an order that all share.
 *
 * <p><b>Events.</b> Request {@code <tobBroadcast, m>}; indication {@code <tobDeliver, p, m>}.
 *
 * <p><b>Properties.</b> Those of regular reliable broadcast: Validity, No duplication, No creation,
 * Agreement. Total order: let m1 and m2 be any two messages, and p<sub>i</sub> a correct process
 * that delivers m1 without having delivered m2; then no correct process delivers m2 before m1. That
 * is the strong one of the page's three definitions: of two correct processes one has always
 * delivered a prefix of what the other has. The two weaker ones follow. None of the three holds for
 * any process, correct or not: p1 decides alone, delivers and crashes.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P (below
 * consensus and reliable broadcast). No process broadcasts the same message twice.
 *
 * <p><b>Uses.</b> {@code rb}: ReliableBroadcast; {@code cons[]}: Consensus, one instance for each
 * sequence number.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Total Order Broadcast, Algorithm;
 * dependable-systems-notes, 8.5 From Consensus to Total-Order Broadcast.
 *
 * <p><b>In slots.</b> Over B2 and C1: a message that is broadcast before its sender's slot is
 * ordered by the consensus that runs then, or by the next; without a crash at most two cycles.
 * After the last crash two cycles for reliable broadcast, and two for each of the consensus that
 * runs and of the next one, which orders all the rest.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code <Decide, decided>_sn} may come for a later sn: an instance of consensus needs no
 *       proposal to be decided by a process that adopts its leader's, and p1's message of cons[2]
 *       may overtake that of cons[1]. Taken as it comes (mistake B10-any-decision), p2 delivers the
 *       second set first: n=2, f=0. Dropped (B10-drops-early), it never comes again. Here it waits
 *       for its turn.
 *   <li>A decided set may hold messages that were delivered before: nothing on the page looks. p1
 *       decides {m1} in cons[1] and {m2} in cons[2] and crashes; its message of cons[1] is lost; p2
 *       decides {m2} in cons[1], adopts {m2} in cons[2], and delivers m2 twice (B10-twice: n=2,
 *       f=1). Correct processes decide alike and so skip alike. With uniform consensus it does not
 *       happen.
 *   <li>{@code m ∉ delivered} tells messages by m alone, {@code unordered} by (s<sub>m</sub>, m).
 *       Here both hold (source, m).
 *   <li>{@code deterministicSort} is by source, then by {@link org.deltabed.protocol.ValueOrder};
 *       the proposal is sorted too, so that equal sets are equal values.
 *   <li>In 8.5 the last two lines of {@code <c.r-DECIDE>} stand, by the indentation, in the loop: r
 *       would grow with every message. They belong after it, as in the notes.
 *   <li>8.3 defines total order by pairs of messages that both processes have delivered, and goes
 *       on: "Any delivery sequence of a process is a prefix of another process which has more
 *       messages delivered." That does not follow: p delivers m1, m3 and q delivers m2, m3. Here it
 *       is the definition: see Properties.
 * </ol>
 *
 * <p>Consensus terminates only if every correct process proposes, and who has nothing unordered
 * does not. It is enough: what a correct process proposes in instance sn is in no correct process's
 * decisions before sn (in those of one that crashes it may be, over regular consensus), and
 * reliable broadcast brings it to every correct process, which then proposes in sn too, unless sn
 * is decided there already. What only a crashed process proposed blocks nobody, because nobody
 * waits.
 */
public class TotalOrderBroadcast extends Component<TotalOrderBroadcast.S> {
  /** The state; {@code early} holds what later instances have decided. */
  public record S(
      MessageSet unordered, MessageSet delivered, boolean waiting, int sn, Early early) {}

  protected MessageSet unordered;
  protected MessageSet delivered;
  protected boolean waiting;
  protected int sn;
  protected Early early;

  public TotalOrderBroadcast(Context context) {
    super(context);
  }

  /** The name by which it uses the broadcast below. */
  protected String rb() {
    return "rb";
  }

  /** The name by which it uses the instances of consensus. */
  protected String cons() {
    return "cons";
  }

  @Override
  protected void init() {
    unordered = MessageSet.EMPTY;
    delivered = MessageSet.EMPTY;
    waiting = false;
    sn = 1;
    early = Early.NONE;
  }

  @Override
  protected void upon(Event event) {
    throw unexpected(event);
  }

  @Override
  protected void upon(String use, int index, Event event) {
    switch (event) {
      // upon event <tobBroadcast, m> do trigger <rbBroadcast, m>
      case Broadcast broadcast -> trigger(rb(), broadcast);
      // upon event <rbDeliver, sm, m> and (m ∉ delivered) do
      case Deliver(int source, var m) -> rbDeliver(source, m);
      // upon event <Decide, decided>_sn do
      case Decide(var decided) -> decide(index, decided);
      default -> throw unexpected(event);
    }
  }

  protected void rbDeliver(int source, Value m) {
    if (!delivered.contains(source, m)) {
      unordered = unordered.with(source, m);
    }
  }

  protected void decide(int instance, Value decided) {
    if (instance == sn) {
      deliver(MessageSet.of(decided));
    } else { // departure 1
      early = early.with(instance, decided);
    }
  }

  /** {@code forall (sm, m) in deterministicSort(decided)}. */
  protected final void deliver(MessageSet decided) {
    unordered = unordered.minus(decided);
    for (Data data : decided) {
      if (isNew(data)) { // departure 2
        trigger(new Deliver(data.source(), data.message()));
        delivered = delivered.with(data.source(), data.message());
      }
    }
    sn = sn + 1;
    waiting = false;
  }

  protected boolean isNew(Data data) {
    return !delivered.contains(data.source(), data.message());
  }

  @Override
  protected boolean guards() {
    // departure 1: what was decided before its turn
    Value kept = early.get(sn);
    if (kept != null) {
      early = early.without(sn);
      deliver(MessageSet.of(kept));
      return true;
    }
    // upon (unordered != ∅) and not(wait) do
    if (!unordered.isEmpty() && !waiting) {
      waiting = true;
      trigger(cons(), sn, new Propose(unordered.toValue()));
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(unordered, delivered, waiting, sn, early);
  }

  @Override
  public void load(S state) {
    unordered = state.unordered;
    delivered = state.delivered;
    waiting = state.waiting;
    sn = state.sn;
    early = state.early;
  }
}
