package org.deltabed.protocol.replication.pbft;

import org.deltabed.protocol.Component;
import org.deltabed.protocol.CycleEnd;
import org.deltabed.protocol.Event;

/**
 * A timer that counts ends of cycles, and waits twice as long after every time that it ran out: so
 * in the end it waits long enough, whatever the bound is that nobody knows.
 *
 * <p><b>Events.</b> Requests {@code <StartTimer, p>} and {@code <StopTimer>}; indication {@code
 * <TimedOut, p>}.
 */
public final class CycleTimer extends Component<CycleTimer.S> {
  /** A request, three phases and the reply, each spread over several frames. */
  public static final long FIRST_CYCLES = 48;

  private static final long CYCLES_MAX = 1 << 20;

  /**
   * The state.
   *
   * @param process who is waited for, or 0
   * @param leftCycles how many cycles it has yet
   * @param patienceCycles how many it has from the start
   */
  public record S(int process, long leftCycles, long patienceCycles) {}

  private int process;
  private long leftCycles;
  private long patienceCycles;

  public CycleTimer(Context context) {
    super(context);
  }

  @Override
  protected void init() {
    process = 0;
    leftCycles = 0;
    patienceCycles = FIRST_CYCLES;
  }

  @Override
  protected void upon(Event event) {
    switch (event) {
      case StartTimer(int p) -> {
        process = p;
        leftCycles = patienceCycles;
      }
      case StopTimer() -> {
        process = 0;
        leftCycles = 0;
      }
      case CycleEnd() -> tick();
      default -> throw unexpected(event);
    }
  }

  private void tick() {
    if (process == 0 || --leftCycles > 0) {
      return;
    }
    TimedOut timedOut = new TimedOut(process);
    process = 0;
    patienceCycles = Math.min(2 * patienceCycles, CYCLES_MAX);
    trigger(timedOut);
  }

  @Override
  protected boolean hearsCycles() {
    return true;
  }

  @Override
  public S save() {
    return new S(process, leftCycles, patienceCycles);
  }

  @Override
  public void load(S state) {
    process = state.process;
    leftCycles = state.leftCycles;
    patienceCycles = state.patienceCycles;
  }
}
