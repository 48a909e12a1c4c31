package org.deltabed.protocol.replication.pbft;

import java.util.List;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Send;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.replication.Quorums;

/** What a {@link Replica} knows, whose view it is in, and how it speaks to the others. */
abstract class ReplicaState extends Component<ReplicaState.S> {
  /**
   * The state.
   *
   * @param between whether the view has not begun yet
   * @param executed the last sequence number that was executed
   * @param waiting requests that were not executed yet, as they came
   * @param early what is heard when the replica has come so far
   * @param asking who has asked for a state that was not stable yet
   * @param awaited for whom the timer runs, 0 for nobody, or {@link #ANEW}
   */
  public record S(
      long view,
      boolean between,
      OrderLog log,
      Service service,
      long executed,
      Stability stability,
      List<Statement> waiting,
      ViewChanges viewChanges,
      TooEarly early,
      ProcessSet asking,
      int awaited) {}

  protected static final String AL = "al";
  protected static final String TIMER = "timer";

  /** The timer is to be started anew, or stopped. */
  protected static final int ANEW = -1;

  protected long view;
  protected boolean between;
  protected OrderLog log;
  protected Service service;
  protected long executed;
  protected Stability stability;
  protected List<Statement> waiting;
  protected ViewChanges viewChanges;
  protected TooEarly early;
  protected ProcessSet asking;
  protected int awaited;

  protected ReplicaState(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    view = 0;
    between = false;
    log = OrderLog.EMPTY;
    service = Service.NEW;
    executed = 0;
    stability = Stability.beginning(crypto);
    waiting = List.of();
    viewChanges = ViewChanges.NONE;
    early = TooEarly.NONE;
    asking = ProcessSet.EMPTY;
    awaited = 0;
  }

  protected final boolean isInWindow(long sequence) {
    return sequence > stability.sequence() && sequence <= stability.sequence() + OrderLog.WINDOW;
  }

  /** A stable checkpoint that this process does not know of yet may let it be in the window. */
  protected final boolean isBeyondWindow(long sequence) {
    return sequence > stability.sequence() + OrderLog.WINDOW;
  }

  /** How many make a quorum. */
  protected int quorum() {
    return new Quorums(n, f).size();
  }

  protected final int primary() {
    return primary(view);
  }

  protected final int primary(long ofView) {
    return (int) (ofView % n) + 1;
  }

  protected final void multicast(Value message) {
    for (int q = 1; q <= n; q++) {
      if (q != self) {
        trigger(AL, new Send(q, message));
      }
    }
  }

  @Override
  public S save() {
    return new S(
        view,
        between,
        log,
        service,
        executed,
        stability,
        waiting,
        viewChanges,
        early,
        asking,
        awaited);
  }

  @Override
  public void load(S state) {
    view = state.view;
    between = state.between;
    log = state.log;
    service = state.service;
    executed = state.executed;
    stability = state.stability;
    waiting = state.waiting;
    viewChanges = state.viewChanges;
    early = state.early;
    asking = state.asking;
    awaited = state.awaited;
  }
}
