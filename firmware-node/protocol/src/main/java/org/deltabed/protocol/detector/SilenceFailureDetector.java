package org.deltabed.protocol.detector;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Crash;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Silence;

/**
 * D2: the perfect failure detector P from silence in a slot.
 *
 * <p><b>Events.</b> Indication {@code <crash, p>}: p is suspected, for good.
 *
 * <p><b>Properties.</b> Strong completeness: eventually, every process that crashes is permanently
 * suspected by every correct process. Strong accuracy: no process is suspected before it crashes.
 *
 * <p><b>Assumptions.</b> Synchronous: every live process fills each of its slots with a frame, and
 * a frame reaches every live process within its slot (δ), so a silent slot has a crashed owner. Any
 * number f &lt; N of crashes. Detection takes at most one cycle and one slot. A late or lost frame
 * breaks the assumption, not the algorithm: the run is then BOUND_BROKEN.
 *
 * <p><b>Source.</b> The abstraction: distributed-algorithms-notes, Perfect Failure Detector. The
 * algorithm is deltabed's own; the page gives none for P.
 *
 * <p><b>Departures from the page.</b> None. The page leaves open whether a crash may be indicated
 * twice: here once.
 */
public class SilenceFailureDetector extends Component<SilenceFailureDetector.S> {
  /** The state. */
  public record S(ProcessSet detected) {}

  protected ProcessSet detected;

  public SilenceFailureDetector(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    detected = ProcessSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Silence(int p) -> {
        if (p == self) {
          throw new IllegalStateException("a process is not silent to itself: p" + p);
        }
        if (!detected.contains(p)) {
          detected = detected.with(p);
          trigger(new Crash(p));
        }
      }
      default -> throw unexpected(event);
    }
  }

  @Override
  protected boolean hearsSilence() {
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
    return new S(detected);
  }

  @Override
  public void load(S state) {
    detected = state.detected;
  }
}
