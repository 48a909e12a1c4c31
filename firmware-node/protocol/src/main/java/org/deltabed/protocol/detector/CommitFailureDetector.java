package org.deltabed.protocol.detector;

import org.deltabed.protocol.Alive;
import org.deltabed.protocol.Broadcast;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Deliver;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Propose;

/**
 * D5-nbac: the perfect failure detector P out of non-blocking atomic commit, where one process can
 * crash.
 *
 * <p>Everybody votes yes in one transaction after the other. An abort says <em>that</em> a process
 * has crashed; those that are alive then say so, and the one that does not is suspected.
 *
 * <p><b>Events.</b> Indication {@code <crash, p>}: p is suspected, for good.
 *
 * <p><b>Properties.</b> Strong completeness: eventually, every process that crashes is permanently
 * suspected by every correct process. Strong accuracy: no process is suspected before it crashes.
 *
 * <p><b>Assumptions.</b> Those of non-blocking atomic commit and of best-effort broadcast; at most
 * f = 1 process crashes; a clock that says when to begin the next transaction: a cycle's end.
 *
 * <p><b>Uses.</b> {@code nbac[k]}: NonBlockingAtomicCommit, transaction k from 1; {@code beb}:
 * BestEffortBroadcast.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Non-Blocking Atomic Commit: "A perfect failure
 * detector is needed if 1 process can crash. Proof: implement a perfect failure detector by using
 * the NBAC."
 *
 * <p><b>In slots.</b> A transaction takes 2n slots and ALIVE another n. A crash after the votes are
 * in shows in the transaction after: within 5n slots of it all suspect.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page has the claim and no proof. An abort names nobody, so the algorithm adds a round:
 *       who decides 0 broadcasts ALIVE(k). As all vote 1, abort-validity says that some process had
 *       crashed before anybody decided 0. That one never says ALIVE(k); with f = 1 each of the
 *       others does, and whoever hears n-1 of them knows the one.
 *   <li>"if 1 process can crash" is read as f = 1, and is needed as that. With f = 2 two processes
 *       crash in one transaction, n-2 say ALIVE, and nobody is ever suspected: completeness is lost
 *       (n=3, f=2). Accuracy is not, for any f: the first one to crash never says ALIVE(k), so n-1
 *       of them leave out no other. That atomic commit does not give P for f &gt; 1 is more than
 *       the page knows, and no fault of this algorithm: an abort tells no two crashes apart.
 *   <li>A new transaction begins at the end of the cycle in which the last one was committed; the
 *       page names no pace. After an abort there is none: with f = 1 nobody else will crash. So
 *       completeness rests on the accuracy of the P below: where it suspects one that lives, the
 *       only abort is spent on nobody, and no later crash is looked for.
 *   <li>The transactions are never cleared away: the state grows by one in every two or three
 *       cycles.
 * </ol>
 */
public class CommitFailureDetector extends Component<CommitFailureDetector.S> {
  /**
   * The state.
   *
   * @param transaction the number of the present one
   * @param open whether it is not committed, yet or for ever
   * @param waits whether the next one waits for the cycle's end
   * @param alive who said ALIVE, after the one transaction that was aborted
   */
  public record S(
      int transaction, boolean open, boolean waits, ProcessSet alive, ProcessSet detected) {}

  private static final String NBAC = "nbac";
  private static final String BEB = "beb";

  protected int transaction;
  protected boolean open;
  protected boolean waits;
  protected ProcessSet alive;
  protected ProcessSet detected;

  public CommitFailureDetector(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    transaction = 0;
    open = false;
    waits = false;
    alive = ProcessSet.EMPTY;
    detected = ProcessSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case CycleEnd() -> waits = !keepsOn();
      case Decide(Num(long v)) -> decide(v);
      case Deliver(int p, Alive _) -> alive = alive.with(p);
      default -> throw unexpected(event);
    }
  }

  /** Whether another transaction follows one that was committed. */
  protected boolean keepsOn() {
    return true;
  }

  private void decide(long v) {
    if (v == 1) {
      open = false;
    } else {
      trigger(BEB, new Broadcast(new Alive(transaction)));
    }
  }

  /** Whether all but one have said ALIVE. */
  protected boolean isOneMissing() {
    return alive.size() == n - 1;
  }

  @Override
  protected boolean guards() {
    if (!open && !waits) {
      transaction = transaction + 1;
      open = true;
      waits = true;
      trigger(NBAC, transaction, new Propose(new Num(1)));
      return true;
    }
    ProcessSet missing = ProcessSet.all(n).without(self).minus(alive).minus(detected);
    if (isOneMissing() && !missing.isEmpty()) {
      int p = missing.first();
      detected = detected.with(p);
      trigger(new Crash(p));
      return true;
    }
    return false;
  }

  @Override
  protected boolean hearsCycles() {
    return true;
  }

  @Override
  public S save() {
    return new S(transaction, open, waits, alive, detected);
  }

  @Override
  public void load(S state) {
    transaction = state.transaction;
    open = state.open;
    waits = state.waits;
    alive = state.alive;
    detected = state.detected;
  }
}
