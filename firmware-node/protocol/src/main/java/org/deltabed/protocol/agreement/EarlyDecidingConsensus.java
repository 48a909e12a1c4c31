package org.deltabed.protocol.agreement;

import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Estimate;
import org.deltabed.protocol.Mailbox;
import org.deltabed.protocol.RoundAlgorithm;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueOrder;

/**
 * C5: early-deciding consensus in rounds, which implements uniform consensus (ucons).
 *
 * <p>In each round everybody broadcasts the least value that it knows. Who hears as many as in the
 * round before has missed nobody that still had something to say, so no smaller value is left: its
 * estimate is final. It says so in the next round and decides at that round's end, when its own
 * frame has passed. Nobody needs more than f+1 rounds.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>}; indication {@code <Decide, v>}.
 *
 * <p><b>Properties.</b> Validity: any value decided is a value proposed. Uniform agreement: no two
 * processes decide differently. Termination: every correct process eventually decides. Integrity:
 * no process decides more than once. Early decision: who decides does so by the end of round f'+2,
 * where f' processes have crashed by then; and of round f+1 in any case.
 *
 * <p><b>Assumptions.</b> Synchronous rounds: crash-stop, at most the f &lt; N crashes that every
 * process is told of, no failure detector. All that propose do so before the first slot of one
 * cycle, all correct processes among them. Values are ordered.
 *
 * <p><b>Source.</b> Beyond the notes: B. Charron-Bost and A. Schiper, Uniform consensus is harder
 * than consensus, J. Algorithms 51 (2004), and I. Keidar and S. Rajsbaum, A simple proof of the
 * uniform consensus synchronous lower bound, IPL 85 (2003), who show that min(f'+2, f+1) rounds are
 * needed; the algorithm after M. Raynal, Consensus in synchronous systems: a concise guided tour,
 * PRDC 2002.
 *
 * <p><b>In slots.</b> A round is a cycle: all that live have decided when slot min(f'+2, f+1)·n - 1
 * ends, and some schedule takes as long, for every f' (a test tries all of them).
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The literature returns in the middle of round r, after the sending. Here a round's message
 *       has passed only when the cycle ends, so the decision is taken then, in the same round. It
 *       must not be taken when the message is handed to the bus: a process that decides and crashes
 *       before its frame is out leaves the others without its value.
 *   <li>Who has decided stops sending, and the others hear fewer than before. They need not count
 *       any more: its last message told them that it decides. If that is left out, it is late with
 *       five processes, and with no fewer (a test shows it).
 *   <li>The state is forgotten with the decision, so that all processes that have decided are in
 *       one state.
 * </ol>
 */
public class EarlyDecidingConsensus extends RoundAlgorithm<EarlyDecidingConsensus.A> {
  /**
   * The state of the algorithm.
   *
   * @param est the estimate, null before it starts and when it is over
   * @param heardBefore how many were heard in the round before: {@code nb[r-1]}
   * @param early whether the estimate is known to be final
   */
  public record A(Value est, int heardBefore, boolean early) {}

  protected Value est;
  protected int heardBefore;
  protected boolean early;

  public EarlyDecidingConsensus(Context context) {
    super(context);
  }

  @Override
  protected void initAlgorithm() {
    est = null;
    heardBefore = n; // nb[0] = n
    early = false;
  }

  @Override
  protected void propose(Value v) {
    est = v;
  }

  @Override
  protected Value message() {
    return new Estimate(est, early);
  }

  @Override
  protected void update(Mailbox heard) {
    if (early) { // and has said so in this round
      decide();
      return;
    }
    for (Value message : heard.messages()) {
      Value value = ((Estimate) message).value();
      est = ValueOrder.ORDER.compare(value, est) < 0 ? value : est;
    }
    boolean isFinal = somebodyIsEarly(heard) || missedNobody(heard);
    heardBefore = heard.size();
    if (isLastRound()) {
      decide();
    } else if (isFinal) {
      becomeEarly();
    }
  }

  protected boolean somebodyIsEarly(Mailbox heard) {
    return heard.messages().stream().anyMatch(message -> ((Estimate) message).early());
  }

  /** {@code nb[r-1] = nb[r]}. */
  protected boolean missedNobody(Mailbox heard) {
    return heard.size() == heardBefore;
  }

  protected boolean isLastRound() {
    return round == f + 1;
  }

  protected void becomeEarly() {
    early = true;
  }

  protected final void decide() {
    trigger(new Decide(est));
    initAlgorithm(); // departure 3
  }

  @Override
  protected boolean isOver() {
    return round > 0 && est == null;
  }

  @Override
  protected A saveAlgorithm() {
    return new A(est, heardBefore, early);
  }

  @Override
  protected void loadAlgorithm(A state) {
    est = state.est;
    heardBefore = state.heardBefore;
    early = state.early;
  }
}
