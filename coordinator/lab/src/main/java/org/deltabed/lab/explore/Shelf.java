package org.deltabed.lab.explore;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.deltabed.lab.explore.Found.Counterexample;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.Schedule;

/**
 * The folder that counterexamples are put into, made when there is one.
 *
 * @param folder where
 * @param shown a path as a person in the current folder would write it
 */
public record Shelf(Path folder, UnaryOperator<Path> shown) {
  /**
   * Tells of a schedule.
   *
   * @param schedule one that breaks the property, or null where none is at hand
   */
  Counterexample put(Judged broken, Schedule schedule) {
    Property property = broken.property();
    String story = schedule == null ? "" : schedule.toString();
    return new Counterexample(
        property.id(), property.sentence(), broken.explanation(), "", story, "");
  }

  /** What breaks the property in a run of the schedule; where there are no slots, in actions. */
  static String explanation(Property property, Schedule schedule) {
    String why = property.check(Execution.of(schedule).history()).explanation();
    return schedule instanceof AsyncSchedule ? why.replace(" in slot ", " in action ") : why;
  }
}
