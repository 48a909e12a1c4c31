package org.deltabed.protocol.agreement;

import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Propose;
import org.deltabed.protocol.Value;

/**
 * C4: consensus from total order broadcast, which implements regular consensus (cons).
 *
 * <p>Everybody broadcasts its proposal, and decides the first that is delivered. Over uniform total
 * order broadcast it is uniform consensus (C4-uniform).
 *
 * <p><b>Events.</b> Request {@code <Propose, v>}; indication {@code <Decide, v>}.
 *
 * <p><b>Properties.</b> Validity: any value decided is a value proposed. Agreement: no two
 * <em>correct</em> processes decide differently; over uniform total order broadcast, uniform
 * agreement: no two processes decide differently. Termination: every correct process eventually
 * decides. Integrity: no process decides more than once.
 *
 * <p><b>Assumptions.</b> Those of the broadcast below. Every correct process proposes, though one
 * that proposes would be enough.
 *
 * <p><b>Uses.</b> {@code tob}: TotalOrderBroadcast, or UniformTotalOrderBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Total Order Broadcast, Algorithm: "everybody tob
 * broadcasts their proposal in a message and the consensus pick the first tob delivered message";
 * dependable-systems-notes, 8.6 From Total-Order Broadcast to Consensus, a picture that is lost.
 *
 * <p><b>In slots.</b> The time of the first delivery. Over B10, where the sender has its own
 * message at once, the first leader of consensus decides in slot 0 and all that live by slot n-2,
 * as in hierarchical consensus by itself. Over B10-uniform slot 2n-1: a cycle of acknowledgements,
 * and one of uniform consensus.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page says nothing of the messages after the first. Here {@code decided} drops them: if
 *       all were decided, integrity would break with two processes.
 *   <li>Nor does it say whose message is first: anybody's, not one's own (seeded mistake
 *       C4-own-first).
 * </ol>
 */
public class TotalOrderConsensus extends Component<TotalOrderConsensus.S> {
  /** The state. */
  public record S(boolean decided) {}

  private static final String TOB = "tob";

  protected boolean decided;

  public TotalOrderConsensus(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    decided = false;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // "everybody tob broadcasts their proposal in a message"
      case Propose(var v) -> trigger(TOB, new Broadcast(v));
      // "pick the first tob delivered message"
      case Deliver(int p, var v) -> tobDeliver(p, v);
      default -> throw unexpected(event);
    }
  }

  protected void tobDeliver(int p, Value v) {
    if (!decided) {
      decided = true;
      trigger(new Decide(v));
    }
  }

  @Override
  public S save() {
    return new S(decided);
  }

  @Override
  public void load(S state) {
    decided = state.decided;
  }
}
