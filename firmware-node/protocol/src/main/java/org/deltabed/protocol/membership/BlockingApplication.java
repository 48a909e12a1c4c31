package org.deltabed.protocol.membership;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Block;
import org.deltabed.protocol.BlockOk;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.NewView;
import org.deltabed.protocol.Value;

/**
 * G2-app: the application of view synchrony (app).
 *
 * <p>It does what view synchrony asks of whoever stands on it: it answers {@code <vsBlock>}, and
 * then broadcasts nothing until the next view. What it is to broadcast meanwhile it keeps.
 *
 * <p><b>Events.</b> Request {@code <Broadcast, m>}; indications {@code <Deliver, p, m>} and {@code
 * <View, V>}, passed on.
 *
 * <p><b>Properties.</b> Validity: if p<sub>i</sub> and p<sub>j</sub> are correct, then every
 * message broadcast by p<sub>i</sub> is eventually delivered by p<sub>j</sub>; view synchrony owes
 * it for what is broadcast while not blocked, and the application for the rest.
 *
 * <p><b>Assumptions.</b> Those of the view synchrony below.
 *
 * <p><b>Uses.</b> {@code vs}: ViewSynchrony.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, View Synchrony: "We introduce a specific event
 * for the abstraction to block the application from vsBroadcasting messages".
 *
 * <p><b>In slots.</b> It answers at once; what it keeps is broadcast with the next view.
 *
 * <p><b>Departures from the page.</b> The page gives no application. Its {@code <vsBroadcast, m>
 * and (blocked = false)} says nothing of a message that is broadcast while blocked: below it is
 * lost, here it is kept.
 */
public class BlockingApplication extends Component<BlockingApplication.S> {
  /** The state; {@code kept} in the order in which it was to be broadcast. */
  public record S(boolean blocked, List<Value> kept) {}

  private static final String VS = "vs";

  protected boolean blocked;
  protected List<Value> kept;

  public BlockingApplication(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    blocked = false;
    kept = List.of();
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Broadcast(var m) -> broadcast(m);
      case Block() -> {
        blocked = true;
        trigger(VS, new BlockOk());
      }
      case NewView(var view) -> {
        blocked = false;
        trigger(new NewView(view));
        List<Value> waited = kept;
        kept = List.of();
        waited.forEach(this::broadcast);
      }
      case Deliver(int p, var m) -> trigger(new Deliver(p, m));
      default -> throw unexpected(event);
    }
  }

  protected void broadcast(Value m) {
    if (blocked) {
      List<Value> more = new ArrayList<>(kept);
      more.add(m);
      kept = List.copyOf(more);
    } else {
      trigger(VS, new Broadcast(m));
    }
  }

  @Override
  public S save() {
    return new S(blocked, kept);
  }

  @Override
  public void load(S state) {
    blocked = state.blocked;
    kept = state.kept;
  }
}
