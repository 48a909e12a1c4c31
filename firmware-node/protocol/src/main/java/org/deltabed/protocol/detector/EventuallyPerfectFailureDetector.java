package org.deltabed.protocol.detector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Heartbeat;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Suspect;
import org.deltabed.protocol.Vector;

/**
 * D3: the eventually perfect failure detector ◇P from heartbeats and a time-out that doubles.
 *
 * <p>It may be wrong: until messages are as fast as some bound that nobody knows it suspects
 * processes that live. Each time that it learns so it gives that process twice the time.
 *
 * <p><b>Events.</b> Indications {@code <◇P.Suspect | p>}: p is suspected; {@code <◇P.Restore | p>}:
 * p is thought to be alive.
 *
 * <p><b>Properties.</b> Strong completeness: eventually, every process that crashes is permanently
 * suspected by every correct process. Eventual strong accuracy: eventually, no correct process is
 * ever suspected.
 *
 * <p><b>Assumptions.</b> Partial synchrony, crash-stop, any f &lt; N: there is a time after which a
 * heartbeat arrives within a bound; neither the time nor the bound is known. Before it heartbeats
 * may be lost. Time is counted in cycles, by their ends.
 *
 * <p><b>Source.</b> distributed-algorithms-notes, Eventually Perfect Failure Detector;
 * dependable-systems-notes, 3.4 Abstracting Time.
 *
 * <p><b>In slots.</b> A heartbeat is in every frame, so after a cycle in which none came its sender
 * is suspected: fewer than 2n slots after a crash, where no suspicion was wrong before. After k
 * wrong ones of that process it takes 2<sup>k</sup> cycles.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>dependable-systems-notes writes under "eventual strong accuracy" what completeness says
 *       once more: "every process that has crashed is suspected permanently". A detector that
 *       suspects everybody for ever keeps both of its properties. Here accuracy is that of the
 *       other page.
 *   <li>That page's completeness leaves out "permanently", and its detector would be complete that
 *       suspects and restores a dead process in turn.
 *   <li>"A timeout based on worst case round trip": where there is a worst case that is known there
 *       is P. Here the time-out begins with one cycle, which is a guess. And a heartbeat makes no
 *       round trip: nobody answers.
 *   <li>"Double its time-out" is read as the time-out for that process alone. A process that is far
 *       from one is not far from all.
 *   <li>"Delivers a message": any message shows that its sender lived, but a detector hears its
 *       own, so it is a heartbeat here.
 *   <li>Steps 1 to 4 do not say that a suspected process can be suspected again. It is, and its
 *       time runs from the heartbeat that restored it. Mistake X12 of D1 is what happens otherwise.
 *   <li>"Eventually" in a run that ends is judged on what is so when everything has settled: no
 *       correct process is suspected when the run ends, and none was newly suspected later than
 *       seven cycles after frames were last lost.
 * </ol>
 */
public class EventuallyPerfectFailureDetector
    extends Component<EventuallyPerfectFailureDetector.S> {
  /**
   * The state.
   *
   * @param timeout by process: after how many cycles without a heartbeat it is suspected
   * @param left by process: how many of them are left
   * @param beatIn in how many cycles the next heartbeat is due
   */
  public record S(ProcessSet suspected, Vector timeout, Vector left, int beatIn) {}

  /** With what a time-out begins. */
  public static final int FIRST_TIMEOUT_CYCLES = 1;

  protected ProcessSet suspected;
  protected Vector timeout;
  protected Vector left;
  protected int beatIn;

  public EventuallyPerfectFailureDetector(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    suspected = ProcessSet.EMPTY;
    timeout = new Vector(Collections.nCopies(n, new Num(FIRST_TIMEOUT_CYCLES)));
    left = timeout;
    beat();
  }

  /** 1. Processes periodically send heartbeat messages: so many cycles apart. */
  protected int period() {
    return 1;
  }

  private void beat() {
    beatIn = period();
    send(new Heartbeat());
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case CycleEnd() -> {
        ProcessSet.all(n).without(self).minus(suspected).forEach(this::waitFor);
        beatIn = beatIn - 1;
        if (beatIn == 0) {
          beat();
        }
      }
      case Arrive(int p, Heartbeat()) -> {
        if (p != self) {
          heartbeat(p);
        }
      }
      default -> throw unexpected(event);
    }
  }

  /** 3. A process suspects another process if it timeouts that process. */
  private void waitFor(int p) {
    left = left.with(p, left.get(p) - 1);
    if (left.get(p) == 0) {
      suspected = suspected.with(p);
      trigger(new Suspect(p));
    }
  }

  /** 4. It revises its suspicion and doubles the time-out. */
  protected void heartbeat(int p) {
    if (suspected.contains(p)) {
      restore(p);
    }
    // The cycle in which it comes has not passed without it.
    left = left.with(p, timeout.get(p) + 1);
  }

  protected void restore(int p) {
    suspected = suspected.without(p);
    timeout = timeout.with(p, longer(timeout.get(p)));
    trigger(new Restore(p));
  }

  /** The time-out in cycles after a wrong suspicion. */
  protected long longer(long cycles) {
    return 2 * cycles;
  }

  @Override
  protected boolean hearsCycles() {
    return true;
  }

  /** Whoever begins to use the detector later learns whom it suspects. */
  @Override
  protected Iterable<Event> pastIndications() {
    List<Event> suspicions = new ArrayList<>();
    suspected.forEach(p -> suspicions.add(new Suspect(p)));
    return suspicions;
  }

  @Override
  public S save() {
    return new S(suspected, timeout, left, beatIn);
  }

  @Override
  public void load(S state) {
    suspected = state.suspected;
    timeout = state.timeout;
    left = state.left;
    beatIn = state.beatIn;
  }
}
