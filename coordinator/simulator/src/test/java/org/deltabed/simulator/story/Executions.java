package org.deltabed.simulator.story;

import java.util.ArrayList;
import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.run.AsyncRun;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.AsyncSchedule;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Setting;

/** Executions that stories and pictures are tried on. */
final class Executions {
  private Executions() {}

  static Setting setting(String protocol, String variant, int n, int f) {
    List<Value> values = new ArrayList<>();
    for (int p = 1; p <= n; p++) {
      values.add(new Num(10L * p));
    }
    return new Setting(protocol, variant, n, f, values, 1);
  }

  static Execution inSlots(String protocol, String variant, int n, int cycles, Crash... crashes) {
    return LockstepRun.run(
        new LockstepSchedule(setting(protocol, variant, n, n - 1), cycles, List.of(crashes)));
  }

  static Crash crash(int process, int slot, Integer... reached) {
    ProcessSet set = ProcessSet.EMPTY;
    for (int p : reached) {
      set = set.with(p);
    }
    return new Crash(process, slot, set);
  }

  /** p1's value reaches p3 after that of p2, the lower rank, and is taken nevertheless. */
  static Execution x01() {
    return AsyncRun.run(
        new AsyncSchedule(
            setting("C1", "X01", 3, 1),
            List.of(
                new Action.Ask(1),
                new Action.Ask(2),
                new Action.Ask(3),
                new Action.Crash(1),
                new Action.Detect(2, 1),
                new Action.Arrive(2, 2, 0),
                new Action.Arrive(3, 2, 0),
                new Action.Arrive(3, 1, 0),
                new Action.Detect(3, 1),
                new Action.Arrive(3, 3, 0),
                new Action.Arrive(2, 3, 0))));
  }
}
