package org.deltabed.lab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deltabed.lab.plan.Plan;
import org.deltabed.lab.plan.PlanFile;
import org.deltabed.lab.plan.SchedulePlan;
import org.deltabed.protocol.Num;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.ScheduleFile;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.TestbedFile;

/**
 * A schedule of the simulator that is run on a testbed. Its plan is a file beside a copy of the
 * wiring, as the campaign's folder will keep them: {@code run} can be given the one kept there.
 */
final class ScheduledRun implements AutoCloseable {
  private static final String PLAN = "plan.yaml";
  private static final String WIRING = "wiring.yaml";
  private static final String SCHEDULE = "schedule.json";

  private final SchedulePlan planned;
  private final Path folder;
  private final Plan plan;

  private ScheduledRun(SchedulePlan planned, Path folder, Plan plan) {
    this.planned = planned;
    this.folder = folder;
    this.plan = plan;
  }

  /**
   * Makes the plan.
   *
   * @param wiring the testbed's file, or null for the virtual testbed of that many nodes
   * @throws BadInput if no testbed can do what the schedule says, or not this one
   */
  static ScheduledRun of(Path file, Path wiring) throws IOException {
    LockstepSchedule schedule = runnable(file);
    Path wired = wiring == null ? virtual(file, schedule.setting().n()) : wiring;
    Testbed testbed = TestbedFile.load(wired);
    if (testbed.n() != schedule.setting().n()) {
      throw new BadInput(
          file.toString(),
          0,
          "has n=" + schedule.setting().n() + ", " + wired + " has " + testbed.n() + " nodes",
          "name a testbed of " + schedule.setting().n() + " nodes with --testbed");
    }
    SchedulePlan planned = planned(file, schedule);
    Path folder = Files.createTempDirectory("deltabed-schedule");
    Files.copy(wired, folder.resolve(WIRING));
    ScheduleFile.write(folder.resolve(SCHEDULE), planned.schedule());
    Path text = folder.resolve(PLAN);
    Files.writeString(text, planned.yaml(WIRING, testbed), StandardCharsets.UTF_8);
    try {
      return new ScheduledRun(planned, folder, PlanFile.load(text));
    } catch (BadInput e) { // a plan's rules are those of the schedule that it was made of
      remove(folder);
      throw new BadInput(file.toString(), 0, "is no plan: " + e.rule(), e.remedy());
    }
  }

  private static SchedulePlan planned(Path file, LockstepSchedule schedule) {
    try {
      return SchedulePlan.of(schedule);
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          file.toString(), 0, e.getMessage(), "let deltabed explore write the schedule");
    }
  }

  private static LockstepSchedule runnable(Path file) {
    if (!(ScheduleFile.read(file) instanceof LockstepSchedule schedule)) {
      throw new BadInput(
          file.toString(),
          0,
          "is asynchronous: no bus brings messages in any order",
          "explore with --adversary lockstep");
    }
    if (!schedule.asks().isEmpty()) {
      throw new BadInput(
          file.toString(),
          0,
          "has requests at other times than at the start of cycles: no node is asked then",
          "leave asks empty");
    }
    if (!schedule.setting().values().stream().allMatch(Num.class::isInstance)) {
      throw new BadInput(
          file.toString(),
          0,
          "has the values " + schedule.setting().values() + ": nodes are given numbers",
          "give each process a Num");
    }
    return schedule;
  }

  private static Path virtual(Path file, int n) {
    Path wiring = Home.path().resolve("wiring").resolve("virtual-" + n + ".yaml");
    if (!Files.isRegularFile(wiring)) {
      throw new BadInput(
          file.toString(),
          0,
          "has n=" + n + ", and there is no " + wiring,
          "name a testbed of " + n + " nodes with --testbed");
    }
    return wiring;
  }

  Plan plan() {
    return plan;
  }

  /** What the simulator says of it. */
  String expected() {
    String broken = String.join(", ", planned.broken());
    return "simulator: "
        + planned.expect()
        + (broken.isEmpty() ? "" : " (" + broken + ")")
        + ", in "
        + planned.schedule().cycles()
        + " cycles";
  }

  /** Puts the schedule beside the plan that was made of it. */
  void keepIn(Path campaign) throws IOException {
    Files.copy(folder.resolve(SCHEDULE), campaign.resolve(SCHEDULE));
  }

  @Override
  public void close() throws IOException {
    remove(folder);
  }

  private static void remove(Path folder) throws IOException {
    for (String name : List.of(PLAN, WIRING, SCHEDULE)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.delete(folder);
  }
}
