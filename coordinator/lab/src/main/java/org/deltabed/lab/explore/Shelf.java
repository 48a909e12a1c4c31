package org.deltabed.lab.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.deltabed.lab.explore.Found.Counterexample;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.minimise.Minimiser;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.Schedule;
import org.deltabed.simulator.schedule.ScheduleFile;
import org.deltabed.simulator.story.OperationPicture;
import org.deltabed.simulator.story.SpaceTime;
import org.deltabed.simulator.story.Story;

/**
 * The folder that counterexamples are put into, made when there is one.
 *
 * @param folder where
 * @param shown a path as a person in the current folder would write it
 */
public record Shelf(Path folder, UnaryOperator<Path> shown) {
  public static final String SCHEDULE = "schedule.json";
  public static final String STORY = "story.txt";
  public static final String PICTURE = "space-time.svg";

  /** Where operations are what the property is about. */
  public static final String OPERATIONS = "operations.svg";

  /**
   * Makes the schedule as small as it can be, writes it, its story and its picture. The schedule as
   * it was found is written first: to make it small may take long.
   *
   * @param schedule one that breaks the property, or null where none is at hand
   * @param stopped whether what is written is to be as small as it is by now
   */
  Counterexample put(Judged broken, Schedule schedule, BooleanSupplier stopped) {
    Property property = broken.property();
    if (schedule == null) {
      return new Counterexample(
          property.id(), property.sentence(), broken.explanation(), "", "", "");
    }
    Path file = folder.resolve(SCHEDULE);
    write(file, schedule);
    Schedule smallest = Minimiser.minimise(schedule, property.id(), stopped);
    Execution execution = Execution.of(smallest);
    String replay = "./deltabed replay " + shown.apply(file);
    Optional<OperationPicture> operations = OperationPicture.of(execution.history(), property);
    String story =
        Story.of(execution, replay)
            + operations.map(o -> "\n" + o.text()).orElse("")
            + (stopped.getAsBoolean()
                ? "\nIt was stopped before it was as small as can be.\n"
                : "");
    write(file, smallest);
    try {
      Files.writeString(folder.resolve(STORY), story, StandardCharsets.UTF_8);
      Files.writeString(folder.resolve(PICTURE), SpaceTime.of(execution), StandardCharsets.UTF_8);
      if (operations.isPresent()) {
        Files.writeString(
            folder.resolve(OPERATIONS), operations.get().svg(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the counterexample to " + folder, e);
    }
    return new Counterexample(
        property.id(),
        property.sentence(),
        explanation(property, smallest),
        shown.apply(file).toString(),
        story,
        replay);
  }

  private void write(Path file, Schedule schedule) {
    try {
      Files.createDirectories(folder);
      ScheduleFile.write(file, schedule);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the counterexample to " + folder, e);
    }
  }

  /** What breaks the property in a run of the schedule. */
  static String explanation(Property property, Schedule schedule) {
    String why = property.check(Execution.of(schedule).history()).explanation();
    return schedule instanceof AsyncSchedule ? inActions(why) : why;
  }

  /** Properties count in slots; where there are none, those are the numbers of actions. */
  static String inActions(String explanation) {
    return explanation.replace(" in slot ", " in action ");
  }
}
