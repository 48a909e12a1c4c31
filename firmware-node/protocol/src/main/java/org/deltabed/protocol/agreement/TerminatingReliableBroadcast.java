package org.deltabed.protocol.agreement;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.SenderFailed;
import org.deltabed.protocol.Value;

/**
 * T1: terminating reliable broadcast (trb).
 *
 * <p>The sender's message is not delivered as it comes, but proposed to consensus; who detects the
 * sender's crash instead proposes {@code f}. What is decided is delivered.
 *
 * <p><b>Events.</b> Request {@code <trbBroadcast, m>}, of {@code src} only; indication {@code
 * <trbDeliver, src, m>}, where m may be {@code f}.
 *
 * <p><b>Properties.</b> Integrity: if a process delivers a message m, then either m is f or m was
 * broadcast by src. Validity: if the sender src is correct and broadcasts a message m, then src
 * eventually delivers m. Agreement: for any message m, if a correct process delivers m, then every
 * correct process delivers m. Over uniform consensus, uniform agreement: if any process delivers m,
 * then every correct process delivers m. Termination: every correct process eventually delivers
 * exactly one message.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P,
 * best-effort broadcast, consensus. All know {@code src}: p1 where there is one instance, and the
 * process of rank (i-1) mod N + 1 in {@code trb[i]}. If src does not crash, it broadcasts, once,
 * and not {@code f}. Every correct process takes part: an instance of a family that a process has
 * never addressed hears of no crash there.
 *
 * <p><b>Uses.</b> {@code beb}: BestEffortBroadcast; {@code P}: PerfectFailureDetector; {@code
 * cons}: Consensus, or UniformConsensus for uniform agreement.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Terminating Reliable Broadcast.
 *
 * <p><b>In slots.</b> Asked in slot 0, p1 is heard, or its silence, when slot 0 ends. The first
 * leader of consensus speaks in slot n at the latest; all that live have delivered when slot 2n-2
 * ends with hierarchical consensus, and 2n-1 with the uniform one, whoever crashes.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>{@code upon event (prop != nil)} stays true and would propose without end (a test shows
 *       it); here {@code proposed} makes it happen once.
 *   <li>{@code upon event <crash, src> and (prop = nil)} may be read as an event that is lost, or
 *       as one that waits, where the condition is false. It makes no difference: prop never becomes
 *       nil again, and who holds a message must not propose f.
 *   <li>The page's Termination leaves out a src that neither crashes nor broadcasts: nobody may
 *       deliver anything then, since f needs its crash and m its message. It is among the
 *       assumptions here.
 *   <li>The page's Integrity lets everybody deliver f though src is correct and silent, or has not
 *       crashed yet. Validity excludes it where src broadcasts; this algorithm, in any case, by the
 *       accuracy of P and the validity of consensus.
 *   <li>A second message of src is dropped, as the page's {@code (prop = nil)} does: one instance
 *       is for one message.
 *   <li>Nothing keeps others from {@code <trbBroadcast, m>}; {@code <bebDeliver, src, m>} drops it
 *       where it arrives.
 * </ol>
 */
public class TerminatingReliableBroadcast extends Component<TerminatingReliableBroadcast.S> {
  /** The state; {@code prop} is null for the page's nil. */
  public record S(Value prop, boolean proposed) {}

  private static final String BEB = "beb";
  private static final String CONS = "cons";

  protected Value prop;
  protected boolean proposed;

  public TerminatingReliableBroadcast(Context context) {
    super(context);
  }

  /** The page's {@code src}, in the instance of that index. */
  public static int src(int index, int n) {
    return index == 0 ? 1 : (index - 1) % n + 1;
  }

  @Override
  protected void init() {
    prop = null;
    proposed = false;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <trbBroadcast, m> do
      case Broadcast(var m) -> trigger(BEB, new Broadcast(m));
      // upon event <crash, src> and (prop = nil) do
      case Crash(int p) -> {
        if (p == src(index, n) && prop == null) {
          crash();
        }
      }
      // upon event <bebDeliver, src, m> and (prop = nil) do
      case Deliver(int p, var m) -> {
        if (p == src(index, n) && prop == null) {
          bebDeliver(m);
        }
      }
      // upon event <Decide, decision> do
      case Decide(var decision) -> decide(decision);
      default -> throw unexpected(event);
    }
  }

  protected void crash() {
    prop = new SenderFailed();
  }

  protected void bebDeliver(Value m) {
    prop = m;
  }

  protected void decide(Value decision) {
    trigger(new Deliver(src(index, n), decision));
  }

  /** {@code prop != nil}, and departure 1. */
  protected boolean isToPropose() {
    return prop != null && !proposed;
  }

  @Override
  protected boolean guards() {
    // upon event (prop != nil) do
    if (isToPropose()) {
      trigger(CONS, new Propose(prop));
      proposed = true;
      return true;
    }
    return false;
  }

  @Override
  public S save() {
    return new S(prop, proposed);
  }

  @Override
  public void load(S state) {
    prop = state.prop;
    proposed = state.proposed;
  }
}
