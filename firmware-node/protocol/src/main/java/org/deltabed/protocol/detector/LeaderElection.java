package org.deltabed.protocol.detector;

import java.util.List;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Leader;
import org.deltabed.protocol.ProcessSet;

/**
 * D4: leader election from the perfect failure detector P.
 *
 * <p>The first process of which it is not known that it has crashed is the leader.
 *
 * <p><b>Events.</b> Indication {@code <le.leader | p>}: elects p to be leader.
 *
 * <p><b>Properties.</b> Eventual leadership: eventually, some process l is elected leader by every
 * correct process. Accuracy: if a process is elected leader then all previously elected leaders
 * have crashed.
 *
 * <p><b>Assumptions.</b> Fail-stop: crash-stop, any f &lt; N, the perfect failure detector P.
 *
 * <p><b>Uses.</b> {@code P}: PerfectFailureDetector.
 *
 * <p><b>Source.</b> dependable-systems-notes, 3.4 Abstracting Time, Leader Election. The page gives
 * no algorithm; this one is the usual one.
 *
 * <p><b>In slots.</b> All elect p1 when they begin. When a leader crashes, the next one is elected
 * where the crash is detected: at the end of the leader's first silent slot, the same for all.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>Eventual leadership does not say that l is correct, or stays leader: that all elected p1,
 *       who is long dead, would do. Here l is the last one that each correct process elects, the
 *       same at all of them, and correct.
 *   <li>"All previously elected leaders" are read as those that the same process elected. Of
 *       leaders elected by others it cannot be had without agreement: p1 and p2 crash, p3 detects
 *       both and elects itself, then p4 detects p1 first and elects p2, while p3 lives (n=4, f=2).
 *   <li>A process that elects the leader that it has does not say so again.
 * </ol>
 */
public class LeaderElection extends Component<LeaderElection.S> {
  /**
   * The state.
   *
   * @param leader who was elected last, 0 for nobody yet
   */
  public record S(ProcessSet suspected, int leader) {}

  protected ProcessSet suspected;
  protected int leader;

  public LeaderElection(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    suspected = ProcessSet.EMPTY;
    leader = 0;
  }

  @Override
  protected void upon(Event event) {
    suspected =
        switch (event) {
          // upon event <P.Crash | p> do
          case Crash(int p) -> suspected.with(p);
          default -> throw unexpected(event);
        };
  }

  /** The process that is to be leader now. */
  protected int candidate() {
    return ProcessSet.all(n).minus(suspected).first();
  }

  @Override
  protected boolean guards() {
    // upon leader ≠ first(Π \ suspected) do
    if (leader != candidate()) {
      leader = candidate();
      trigger(new Leader(leader));
      return true;
    }
    return false;
  }

  /** Whoever comes later learns who leads. */
  @Override
  protected Iterable<Event> pastIndications() {
    return List.of(new Leader(leader));
  }

  @Override
  public S save() {
    return new S(suspected, leader);
  }

  @Override
  public void load(S state) {
    suspected = state.suspected;
    leader = state.leader;
  }
}
