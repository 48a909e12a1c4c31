package org.deltabed.simulator.schedule;

import java.util.List;
import org.deltabed.protocol.Value;

/**
 * What happens in which order in an asynchronous run. Messages that do not arrive in it never do:
 * those of crashed senders only.
 */
public record AsyncSchedule(Setting setting, List<Action> actions) implements Schedule {

  /** One thing that the adversary lets happen. */
  public sealed interface Action {
    /** To whom it happens. */
    int process();

    /** The process gets its next request. */
    record Ask(int process) implements Action {}

    /** Message number {@code number} (from 0) of the sender arrives. */
    record Arrive(int process, int sender, int number) implements Action {}

    /**
     * The process is told that {@code crashed} has crashed; where the detector may err, that may
     * not be so.
     */
    record Detect(int process, int crashed) implements Action {}

    /** The process is told that {@code suspected}, of which it was told, lives. */
    record Restore(int process, int suspected) implements Action {}

    /** A message that a Byzantine process has made up arrives. */
    record Forge(int process, int sender, String instance, Value message) implements Action {}

    /** The process crashes. */
    record Crash(int process) implements Action {}
  }

  public AsyncSchedule {
    actions = List.copyOf(actions);
  }

  public AsyncSchedule with(List<Action> others) {
    return new AsyncSchedule(setting, others);
  }
}
