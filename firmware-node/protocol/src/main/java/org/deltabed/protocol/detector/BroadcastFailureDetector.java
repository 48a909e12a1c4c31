package org.deltabed.protocol.detector;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.SenderFailed;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.Vector;

/**
 * D5: the perfect failure detector P out of terminating reliable broadcast.
 *
 * <p>The page's proof, running: whoever solves terminating reliable broadcast has P, so P is
 * necessary for it. Every process broadcasts in one instance after the other; who delivers {@code
 * f} for a process suspects it.
 *
 * <p><b>Events.</b> Indication {@code <crash, p>}: p is suspected, for good.
 *
 * <p><b>Properties.</b> Strong completeness: eventually, every process that crashes is permanently
 * suspected by every correct process. Strong accuracy: no process is suspected before it crashes.
 *
 * <p><b>Assumptions.</b> Those of terminating reliable broadcast, any f &lt; N, and a clock that
 * says when to broadcast again: a cycle's end.
 *
 * <p><b>Uses.</b> {@code trb[i]}: TerminatingReliableBroadcast, of sender p in {@code trb[kN+p]},
 * where k counts from 0.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, A perfect failure detector is necessary to
 * implement Terminating Reliable Broadcast.
 *
 * <p><b>In slots.</b> A crash that does not show as f in the instance that is under way does in the
 * one after, in which all take part by then: where one process crashes, within 2n slots.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>"Every process keeps on trbBroadcasting" does not say when. All at once would be infinitely
 *       many; here the next message goes out at the end of the cycle in which the last one was
 *       delivered. The clock is the broadcaster's only: accuracy does not rest on it.
 *   <li>A process that never broadcasts, crashed before its first message, must be suspected too.
 *       So all take part in its next instance (on other pages: "initialise instance") before they
 *       have heard of any, or nobody would propose f there (n=2, f=1).
 *   <li>Step 2 rests on more than the page's TRB owes. A <em>correct</em> sender delivers its own
 *       message (Validity), so no correct process delivers f (Agreement) and suspects it; but one
 *       that will crash may, unless agreement is uniform. And for a sender that crashes one day the
 *       sentences let everybody deliver f before that day, since Integrity takes every f. The
 *       algorithm T1 gives what is needed, as f is proposed on P's word only.
 *   <li>With T1 below, "keeps on" is not what detects: an instance that is never broadcast in
 *       delivers f as well when its sender crashes. The page's TRB owes that only of a sender that
 *       broadcasts or crashes, so the broadcasting stays.
 *   <li>The infinite number of instances is never cleared away: the state grows by n instances in
 *       every two cycles.
 * </ol>
 */
public class BroadcastFailureDetector extends Component<BroadcastFailureDetector.S> {
  /**
   * The state.
   *
   * @param instance by sender: the k of the instance that is not delivered yet
   * @param joined the senders in whose instance k this process takes part
   * @param waits whether this process waits for the cycle's end before its next message
   */
  public record S(ProcessSet detected, Vector instance, ProcessSet joined, boolean waits) {}

  private static final String TRB = "trb";

  protected ProcessSet detected;
  protected Vector instance;
  protected ProcessSet joined;
  protected boolean waits;

  public BroadcastFailureDetector(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    detected = ProcessSet.EMPTY;
    instance = Vector.zero(n);
    joined = ProcessSet.EMPTY;
    waits = false;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case CycleEnd() -> waits = false;
      case Deliver(int p, var m) -> trbDeliver(p, m);
      default -> throw unexpected(event);
    }
  }

  /** "If a process pk delivers f, then pk suspects pi". */
  protected void trbDeliver(int p, Value m) {
    if (m instanceof SenderFailed) {
      suspect(p);
    } else {
      instance = instance.plusOne(p);
      joined = joined.without(p);
    }
  }

  protected void suspect(int p) {
    if (!detected.contains(p)) {
      detected = detected.with(p);
      trigger(new Crash(p));
    }
  }

  @Override
  protected boolean guards() {
    ProcessSet missing = awaited().minus(joined);
    if (!missing.isEmpty()) {
      int p = missing.first();
      initialise(TRB, present(p));
      joined = joined.with(p);
      return true;
    }
    // "Every process pi keeps on trbBroadcasting messages mi1, mi2, etc."
    if (!waits && !joined.contains(self)) {
      trigger(TRB, present(self), new Broadcast(new Num(instance.get(self))));
      joined = joined.with(self);
      waits = true;
      return true;
    }
    return false;
  }

  /** Departure 2: in whose next instance to take part before anything is heard of it. */
  protected ProcessSet awaited() {
    return ProcessSet.all(n).without(self);
  }

  /** The instance of that sender that is not delivered yet. */
  private int present(int p) {
    return Math.toIntExact(instance.get(p) * n + p);
  }

  @Override
  protected boolean hearsCycles() {
    return true;
  }

  @Override
  public S save() {
    return new S(detected, instance, joined, waits);
  }

  @Override
  public void load(S state) {
    detected = state.detected;
    instance = state.instance;
    joined = state.joined;
    waits = state.waits;
  }
}
