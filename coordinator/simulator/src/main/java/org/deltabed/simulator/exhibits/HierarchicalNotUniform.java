package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Setting;

/**
 * Hierarchical consensus decides one value at a process that crashes, and another everywhere else.
 */
public final class HierarchicalNotUniform implements Exhibit {

  /** Shows the same to everybody. */
  public HierarchicalNotUniform() {}

  private static final int CYCLES = 3;

  @Override
  public String name() {
    return "hierarchical-not-uniform";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, Algorithm - Hierarchical Consensus";
  }

  @Override
  public String title() {
    return "hierarchical consensus: who decides and crashes may have decided something else";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "Regular consensus keeps its promise",
            run("C1", ""),
            """
            p1 leads round 1. It decides its own proposal, 10, and broadcasts it; but it crashes \
            before its frame reaches anybody. p2 and p3 hear silence in p1's slot, so they suspect \
            p1 and go on to round 2. p2 leads it with the only proposal that it knows, its own: it \
            decides 20, and p3 follows.
            Agreement speaks of correct processes, and p1 is none: the property holds. The crashed \
            p1 has decided 10 all the same, and whoever acted on it, a cash machine say, has paid."""),
        new Scene(
            "The same run, if uniform agreement had been promised",
            run("C2", "X03"),
            """
            Nothing has changed but what is asked of the run: "no two processes decide differently" \
            counts p1 too. The two decisions that do not fit are ringed. The mistake is to decide in \
            one's own round: at that moment nobody else knows the value."""),
        new Scene(
            "Uniform hierarchical consensus in the same run",
            run("C2", ""),
            """
            Here all wait for the end of the last round. p1 crashes before it has decided anything, \
            so its 10 is lost and does no harm: p2 and p3 decide 20. By the time that anybody decides, \
            everybody who still speaks has the same proposal."""));
  }

  private static Execution run(String protocol, String variant) {
    Setting setting =
        new Setting(protocol, variant, 3, 1, List.of(new Num(10), new Num(20), new Num(30)), 1);
    return LockstepRun.run(
        new LockstepSchedule(setting, CYCLES, List.of(new Crash(1, 0, ProcessSet.EMPTY))));
  }
}
