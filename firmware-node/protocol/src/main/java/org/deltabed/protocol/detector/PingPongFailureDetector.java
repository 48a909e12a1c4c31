package org.deltabed.protocol.detector;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Arrive;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Ping;
import org.deltabed.protocol.Pong;
import org.deltabed.protocol.ProcessSet;

/**
 * D1: the perfect failure detector P from ping and pong and a timeout.
 *
 * <p>In every period of length Δ a process asks all others, and suspects who has not answered when
 * the period ends. It does not look at silence, so it is the P of a synchronous network that has no
 * slots.
 *
 * <p><b>Events.</b> Indication {@code <P.Crash | p>}: p has crashed.
 *
 * <p><b>Properties.</b> Strong completeness: eventually, every process that crashes is permanently
 * suspected by every correct process. Strong accuracy: no process is suspected before it crashes.
 *
 * <p><b>Assumptions.</b> Synchronous, crash-stop, any f &lt; N: a message arrives within δ, and Δ
 * is at least the time from a PING to its PONG. On the bus Δ is counted in cycles and starts at a
 * cycle's end. The PING is on the line by the end of the next cycle, in the slot of its sender. Who
 * has a later slot answers in the same cycle, who has an earlier one in the cycle after: 2n-1 slots
 * at most, when n asks n-1. So Δ = 2 cycles, and no less: with Δ = 1 cycle p2 suspects p1, who
 * lives (n=2, f=0). A frame that is split over k cycles takes Δ = 2k; this detector's own, a PING
 * and n-1 PONGs, must fit a slot.
 *
 * <p><b>Source.</b> dependable-systems-notes, 3.4.1 Implementing P.
 *
 * <p><b>In slots.</b> A process is suspected when the period ends that begins after its last PONG:
 * within 2Δ, and never later than 4n-2 slots after its crash.
 *
 * <p><b>Departures from the page.</b>
 *
 * <ol>
 *   <li>As the page stands, {@code start timer}, {@code alive ← ∅} and the sending belong to {@code
 *       if} in the loop over p, or to the loop. In the loop, {@code alive} is empty for the second
 *       process already, and all but the first are suspected (n=3, f=0); in the {@code if} the
 *       timer starts again only when somebody has crashed, and otherwise never again. Here they
 *       come after the loop.
 *   <li>The page first asks at the first timeout, and until then takes all for alive: the first
 *       period detects nobody. Here PING is sent at Init too, and {@code alive} begins empty. One
 *       without the other does not do: to begin with {@code alive = ∅} and ask at the first timeout
 *       suspects everybody (n=2, f=0).
 *   <li>The page asks itself and may suspect itself, when its own PONG is late. Whoever runs this
 *       is alive: the loop is over the others, and nobody answers its own PING.
 *   <li>"CAREFUL! when synchrony, assumptions are needed for safety properties": the page gives no
 *       bound for Δ, on which strong accuracy rests; see Assumptions.
 *   <li>A PONG has no number, as on the page, so a late one would count for the next period. None
 *       is late while Δ holds, and if one is, the process has been suspected, and stays so: P does
 *       not forgive. To take the suspicion back (mistake X12) makes neither P nor an eventually
 *       perfect detector: the suspicion was wrong, and as p stays in {@code detected}, its crash is
 *       never suspected again. The eventually perfect one takes p out of it too, and gives more
 *       time from then on.
 *   <li>The page's Formal Strong Accuracy asks only of correct detectors that they do not err; the
 *       sentence, and this file, of all.
 *   <li>PING goes to all at once, as the bus brings it to all; PONG carries its addressee.
 * </ol>
 */
public class PingPongFailureDetector extends Component<PingPongFailureDetector.S> {
  /**
   * The state.
   *
   * @param timer how many cycles of the period are left
   */
  public record S(ProcessSet alive, ProcessSet detected, int timer) {}

  /** Δ: within two cycles everybody that lives has answered. */
  public static final int DELTA_CYCLES = 2;

  protected ProcessSet alive;
  protected ProcessSet detected;
  protected int timer;

  public PingPongFailureDetector(Context context) {
    super(context);
  }

  /** Δ in cycles. */
  protected int delta() {
    return DELTA_CYCLES;
  }

  @Override
  protected void init() {
    detected = ProcessSet.EMPTY;
    beginFirstPeriod();
  }

  protected void beginFirstPeriod() {
    beginPeriod(); // departure 2
  }

  /** {@code start timer with Δ; alive ← ∅; send msg [PING] to all p ∈ Π}. */
  protected void beginPeriod() {
    timer = delta();
    alive = stillAlive();
    send(new Ping());
  }

  /** Who counts as alive in a period before it answers. */
  protected ProcessSet stillAlive() {
    return ProcessSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case CycleEnd() -> {
        timer = timer - 1;
        if (timer == 0) { // upon timeout do
          timeout();
        }
      }
      // upon receive msg. [PING] from p do
      case Arrive(int p, Ping()) -> {
        if (p != self) {
          send(new Addressed(p, new Pong()));
        }
      }
      // upon receiving [PONG] from p do
      case Arrive(int p, Addressed(int to, Pong())) -> {
        if (to == self) {
          pong(p);
        }
      }
      default -> throw unexpected(event);
    }
  }

  protected void timeout() {
    ProcessSet.all(n).without(self).forEach(this::detect);
    beginPeriod();
  }

  /** {@code if p ∉ alive ∧ p ∉ detected}. */
  protected final void detect(int p) {
    if (!alive.contains(p) && !detected.contains(p)) {
      trigger(new Crash(p));
      detected = detected.with(p);
    }
  }

  protected void pong(int p) {
    alive = alive.with(p);
  }

  @Override
  protected boolean hearsCycles() {
    return true;
  }

  /** Whoever begins to use P later learns of the crashes that it has missed. */
  @Override
  protected Iterable<Event> pastIndications() {
    List<Event> crashes = new ArrayList<>();
    detected.forEach(p -> crashes.add(new Crash(p)));
    return crashes;
  }

  @Override
  public S save() {
    return new S(alive, detected, timer);
  }

  @Override
  public void load(S state) {
    alive = state.alive;
    detected = state.detected;
    timer = state.timer;
  }
}
