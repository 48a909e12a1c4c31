package org.deltabed.lab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deltabed.checker.Verdict;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.history.Property;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Setting;
import org.deltabed.wiring.Testbed;

/**
 * A schedule of the simulator as a plan of one run, which does to nodes what the schedule does to
 * processes, and expects what came of it in the simulator.
 *
 * @param expect of the simulator's run of the schedule
 * @param broken the properties that are broken there
 */
public record SchedulePlan(LockstepSchedule schedule, Verdict expect, List<String> broken) {

  /**
   * Runs the schedule in the simulator to know what to expect. One that was made so short that the
   * protocol would not have answered gets the cycles that a plan needs.
   */
  public static SchedulePlan of(LockstepSchedule given) {
    if (!given.harms().isEmpty()) {
      throw new IllegalArgumentException(
          "a testbed whose bus loses or repeats frames has a broken bound: it cannot be asked for");
    }
    Setting setting = given.setting();
    int least = setting.protocol().cycles(setting.f()) + setting.requestsEach() - 1;
    int cycles = Math.max(given.cycles(), least);
    LockstepSchedule schedule = new LockstepSchedule(setting, cycles, given.crashes());
    List<String> broken =
        Execution.of(schedule).judge().entrySet().stream()
            .filter(judged -> !judged.getValue().holds())
            .map(judged -> judged.getKey())
            .map(Property::id)
            .toList();
    return new SchedulePlan(schedule, broken.isEmpty() ? Verdict.PASS : Verdict.VIOLATED, broken);
  }

  /**
   * The text of the plan's file.
   *
   * @param testbedName how the plan names the testbed's file
   */
  public String yaml(String testbedName, Testbed testbed) {
    Setting setting = schedule.setting();
    List<String> lines = new ArrayList<>();
    lines.add("# What the simulator did in schedule.json, as a plan.");
    lines.add("name: schedule");
    lines.add("testbed: " + testbedName);
    lines.add("protocol: " + setting.protocolId());
    if (!setting.variant().isEmpty()) {
      lines.add("variant: " + setting.variant());
    }
    lines.add("crashesMax: " + setting.f());
    lines.add("rounds: " + schedule.cycles());
    lines.add("seed: 0");
    lines.add("expect: " + expect);
    lines.add("proposals: " + setting.values().stream().map(SchedulePlan::number).toList());
    lines.add("requestsEach: " + setting.requestsEach());
    lines.add("cases:");
    lines.add("  - name: schedule");
    if (!schedule.crashes().isEmpty()) {
      lines.add("    faults:");
      schedule.crashes().forEach(crash -> lines.add("      - " + fault(crash, testbed)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static long number(Value value) {
    return ((Num) value).number();
  }

  /** In its own slot a node dies between receivers, in another's by its power. */
  private static String fault(Crash crash, Testbed testbed) {
    int n = testbed.n();
    int node = testbed.node(crash.process()).id();
    int round = crash.slot() / n + 1;
    int slot = crash.slot() % n;
    if (slot != crash.process() - 1) {
      return "{powerCut: {node: " + node + ", round: " + round + ", slot: " + slot + "}}";
    }
    return "{crashPoint: {node: %d, round: %d, afterSubFrames: %d, order: [%s]}}"
        .formatted(node, round, crash.reached().size(), order(crash, testbed));
  }

  /** Those that are reached first, so that the frame breaks off before the others. */
  private static String order(Crash crash, Testbed testbed) {
    List<Integer> order = new ArrayList<>();
    crash.reached().forEach(order::add);
    ProcessSet.all(testbed.n()).without(crash.process()).minus(crash.reached()).forEach(order::add);
    return order.stream()
        .map(process -> String.valueOf(testbed.node(process).id()))
        .collect(Collectors.joining(", "));
  }
}
