package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Setting;

/** The coordinator of two-phase commit decides and crashes: the others must wait for ever. */
public final class TwoPhaseCommitBlocks implements Exhibit {
  @Override
  public String name() {
    return "two-phase-commit-blocks";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, Non-Blocking Atomic Commit";
  }

  @Override
  public String title() {
    return "two-phase commit: its coordinator crashes, and the others can do nothing";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "Two-phase commit, of which termination is asked",
            coordinatorCrashes("A2", "A2-as-non-blocking"),
            """
            All three vote 1, yes. p1, the coordinator, has every vote, decides to commit, and \
            crashes before anybody hears of it (its decision is the dashed arrow). p2 and p3 know \
            that they have voted yes, that the other has too, and that p1 has crashed. They do not \
            know what p1 decided, so they wait, and nobody will ever tell them: they block, \
            with their locks held."""),
        new Scene(
            "Why they may not just abort",
            coordinatorCrashes("A2", "A2-gives-up"),
            """
            The same run with participants that abort when they detect the crash. They terminate, \
            and they decide 0 where p1 decided 1. Whoever p1 has paid out to keeps the money: no two \
            processes may decide differently, those that crash included."""),
        new Scene(
            "Why they may not just commit",
            crashesBeforeDeciding(),
            """
            p1 crashes one step earlier, with p3's vote still on its way. To p2 and p3 this looks \
            the same: votes given, coordinator dead. Here nobody has decided anything, and had p1's \
            own vote been a no, to commit would have been wrong. What they see does not tell the two \
            runs apart, so nothing that they could do is right in both."""),
        new Scene(
            "Non-blocking atomic commit in the first run",
            Stage.of(setting("A1", "")).ask(1, 2, 3).crash(1).goOn().end(),
            """
            Here the votes go to all, and nobody decides alone: what each would decide is proposed \
            to uniform consensus, and the one decision of consensus is taken by all. p1 crashes at \
            the same point, its vote may still arrive, and the other two decide without it."""));
  }

  private static Execution coordinatorCrashes(String protocol, String variant) {
    return Stage.of(setting(protocol, variant))
        .ask(1, 2, 3)
        .arrive(1, 1)
        .arrive(2, 1)
        .arrive(3, 1)
        .arrive(1, 2)
        .arrive(1, 3)
        .crash(1)
        .goOn()
        .end();
  }

  private static Execution crashesBeforeDeciding() {
    return Stage.of(setting("A2", ""))
        .ask(1, 2, 3)
        .arrive(1, 1)
        .arrive(2, 1)
        .arrive(3, 1)
        .arrive(1, 2)
        .crash(1)
        .goOn()
        .end();
  }

  private static Setting setting(String protocol, String variant) {
    Num yes = new Num(1);
    return new Setting(protocol, variant, 3, 1, List.of(yes, yes, yes), 1);
  }
}
