package org.deltabed.protocol.detector;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Component;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Heard;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Restore;
import org.deltabed.protocol.Silence;
import org.deltabed.protocol.Suspect;

/**
 * An eventually perfect failure detector whose mistakes somebody else makes: a process is suspected
 * when its silence is raised, whether it lives or not, and restored when it is heard. It stands
 * where {@link EventuallyPerfectFailureDetector} does, in a simulation in which messages take any
 * time and nothing can be measured.
 *
 * <p><b>Events.</b> Indications {@code <suspect, p>} and {@code <restore, p>}.
 */
public final class ToldFailureDetector extends Component<ToldFailureDetector.S> {
  /** The state. */
  public record S(ProcessSet suspected) {}

  private ProcessSet suspected;

  public ToldFailureDetector(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    suspected = ProcessSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case Silence(int p) -> {
        if (!suspected.contains(p)) {
          suspected = suspected.with(p);
          trigger(new Suspect(p));
        }
      }
      case Heard(int p) -> {
        if (suspected.contains(p)) {
          suspected = suspected.without(p);
          trigger(new Restore(p));
        }
      }
      default -> throw unexpected(event);
    }
  }

  @Override
  protected boolean hearsSilence() {
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
    return new S(suspected);
  }

  @Override
  public void load(S state) {
    suspected = state.suspected;
  }
}
