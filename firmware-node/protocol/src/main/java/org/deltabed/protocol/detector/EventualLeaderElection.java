package org.deltabed.protocol.detector;

import org.deltabed.protocol.Event;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Suspect;

/**
 * D4-eventual: the eventual leader Ω from the eventually perfect failure detector ◇P.
 *
 * <p>The first process that is not suspected is the leader, for as long as it is not.
 *
 * <p><b>Events.</b> Indication {@code <le.leader | p>}: trusts p to be leader.
 *
 * <p><b>Properties.</b> Eventual leadership: eventually, some process l is elected leader by every
 * correct process. Not accuracy: a leader that was suspected wrongly lives when the next one is
 * elected, and there may be two at a time.
 *
 * <p><b>Assumptions.</b> Partial synchrony, crash-stop, any f &lt; N, the eventually perfect
 * failure detector.
 *
 * <p><b>Uses.</b> {@code EP}: EventuallyPerfectFailureDetector.
 *
 * <p><b>Source.</b> dependable-systems-notes, 3.4 Abstracting Time, where Ω stands in the table of
 * models; distributed-algorithms-notes, Eventually Perfect Failure Detector.
 *
 * <p><b>In slots.</b> All elect p1 when they begin. When a leader crashes, the next is elected
 * where the detector suspects it: fewer than 2n slots later, if it never erred about that leader.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>The page names Ω and says nothing of it. What it owes is the eventual leadership that the
 *       page gives for leader election, read as in {@link LeaderElection}.
 *   <li>A restored process that comes before the leader is leader again.
 * </ol>
 */
public class EventualLeaderElection extends LeaderElection {
  public EventualLeaderElection(Context context) {
    super(context);
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      // upon event <◇P.Suspect | p> do
      case Suspect(int p) -> suspected = suspected.with(p);
      // upon event <◇P.Restore | p> do
      case Restore(int p) -> restore(p);
      default -> throw unexpected(event);
    }
  }

  protected void restore(int p) {
    suspected = suspected.without(p);
  }
}
