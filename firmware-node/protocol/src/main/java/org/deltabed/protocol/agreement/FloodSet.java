package org.deltabed.protocol.agreement;

import org.deltabed.protocol.Decide;
import org.deltabed.protocol.Mailbox;
import org.deltabed.protocol.RoundAlgorithm;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.ValueSet;

/**
 * FS: flooding consensus in rounds, which implements uniform consensus (ucons).
 *
 * <p>For f+1 rounds everybody broadcasts the set W of the values that it has seen. In one of them
 * nobody crashes, and from its end on all that live have the same W; the least value in it is
 * decided.
 *
 * <p><b>Events.</b> Request {@code <Propose, v>}; indication {@code <Decide, v>}.
 *
 * <p><b>Properties.</b> Validity: any value decided is a value proposed. Uniform agreement: no two
 * processes decide differently. Termination: every correct process eventually decides. Integrity:
 * no process decides more than once.
 *
 * <p><b>Assumptions.</b> Synchronous rounds: crash-stop, at most the f &lt; N crashes that every
 * process is told of, no failure detector. All that propose do so before the first slot of one
 * cycle, all correct processes among them. Values are ordered.
 *
 * <p><b>Source.</b> Beyond the notes: N. Lynch, Distributed Algorithms, 6.2.1, FloodSet. It is the
 * baseline against which {@link EarlyDecidingConsensus} is early, and small enough to be compared
 * with a model checker.
 *
 * <p><b>In slots.</b> A round is a cycle, so everybody decides when slot (f+1)n-1 ends: always the
 * worst time.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The book decides a default where W holds more than one value. Here it is always the least
 *       one, so that what is decided has been proposed also where the values are not all equal.
 * </ol>
 */
public class FloodSet extends RoundAlgorithm<FloodSet.A> {
  /** The state of the algorithm: {@code seen} is W. */
  public record A(ValueSet seen, boolean decided) {}

  protected ValueSet seen;
  protected boolean decided;

  public FloodSet(Context context) {
    super(context);
  }

  @Override
  protected void initAlgorithm() {
    seen = ValueSet.EMPTY;
    decided = false;
  }

  @Override
  protected void propose(Value v) {
    seen = seen.with(v);
  }

  @Override
  protected Value message() {
    return new Sequence(seen.values());
  }

  @Override
  protected void update(Mailbox heard) {
    for (Value message : heard.messages()) {
      for (Value value : ((Sequence) message).values()) {
        seen = seen.with(value);
      }
    }
    if (isLastRound()) {
      trigger(new Decide(seen.values().getFirst()));
      decided = true;
    }
  }

  protected boolean isLastRound() {
    return round == f + 1;
  }

  @Override
  protected boolean isOver() {
    return decided;
  }

  @Override
  protected A saveAlgorithm() {
    return new A(seen, decided);
  }

  @Override
  protected void loadAlgorithm(A state) {
    seen = state.seen;
    decided = state.decided;
  }
}
