package org.deltabed.simulator.minimise;

import java.util.function.BooleanSupplier;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.Schedule;

/**
 * Makes a schedule that breaks a property smaller, as long as it still breaks it. Same schedule,
 * same result.
 */
public final class Minimiser {
  private Minimiser() {}

  /**
   * A schedule that is no larger and breaks the property as well.
   *
   * @param propertyId {@code instance: property}, which an execution of the schedule breaks
   * @throws IllegalArgumentException if it does not
   */
  public static Schedule minimise(Schedule schedule, String propertyId) {
    return minimise(schedule, propertyId, () -> false);
  }

  /**
   * The same, as far as it came before it was stopped.
   *
   * @param stopped looked at before every run that is tried
   */
  public static Schedule minimise(Schedule schedule, String propertyId, BooleanSupplier stopped) {
    return switch (schedule) {
      case LockstepSchedule inSlots -> new SlotMinimiser(propertyId, stopped).minimise(inSlots);
      case AsyncSchedule inOrder -> new ActionMinimiser(propertyId, stopped).minimise(inOrder);
    };
  }

  static boolean breaks(Execution execution, String propertyId) {
    return execution.breaks(propertyId);
  }
}
