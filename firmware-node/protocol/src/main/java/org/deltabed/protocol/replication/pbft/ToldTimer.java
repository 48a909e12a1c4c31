package org.deltabed.protocol.replication.pbft;

import org.deltabed.protocol.Component;
import org.deltabed.protocol.Event;
import org.deltabed.protocol.Heard;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Silence;

/**
 * A timer that runs out when somebody else says so: when the silence of the process is raised that
 * is waited for, whether it lives or not. It stands where {@link CycleTimer} does, in a simulation
 * in which messages take any time and nothing can be measured.
 *
 * <p><b>Events.</b> Requests {@code <StartTimer, p>} and {@code <StopTimer>}; indication {@code
 * <TimedOut, p>}.
 */
public final class ToldTimer extends Component<ToldTimer.S> {
  /**
   * The state.
   *
   * @param process who is waited for, or 0
   * @param silent whose silence was raised
   */
  public record S(int process, ProcessSet silent) {}

  private int process;
  private ProcessSet silent;

  public ToldTimer(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    process = 0;
    silent = ProcessSet.EMPTY;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case StartTimer(int p) -> process = p;
      case StopTimer() -> process = 0;
      case Silence(int p) -> silent = silent.with(p);
      case Heard(int p) -> silent = silent.without(p);
      default -> throw unexpected(event);
    }
  }

  @Override
  protected boolean guards() {
    if (process == 0 || !silent.contains(process)) {
      return false;
    }
    TimedOut timedOut = new TimedOut(process);
    process = 0;
    trigger(timedOut);
    return true;
  }

  @Override
  protected boolean hearsSilence() {
    return true;
  }

  @Override
  public S save() {
    return new S(process, silent);
  }

  @Override
  public void load(S state) {
    process = state.process;
    silent = state.silent;
  }
}
