package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Setting;

/** The coordinator of two-phase commit decides and crashes: the others must wait for ever. */
public final class TwoPhaseCommitBlocks implements Exhibit {

  /** Shows the same to everybody. */
  public TwoPhaseCommitBlocks() {}

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
            coordinatorCrashes(setting("A2", "A2-as-non-blocking", 1)),
            """
            All three vote 1, yes. p1, the coordinator, has every vote, decides to commit, and \
            crashes before anybody hears of it, or of its own vote (the dashed arrows). p2 and p3 \
            know that both of them have voted yes, and that p1 has crashed. They do not know what p1 \
            decided, so they wait, and nobody will ever tell them: they block, with their locks \
            held."""),
        new Scene(
            "Why they may not just abort",
            coordinatorCrashes(setting("A2", "A2-gives-up", 1)),
            """
            The same run with participants that abort when they detect the crash. They terminate, \
            and they decide 0 where p1 decided 1. Whoever p1 has paid out to keeps the money: no two \
            processes may decide differently, those that crash included."""),
        new Scene(
            "Why they may not just commit",
            coordinatorCrashes(setting("A2", "A2-as-non-blocking", 0)),
            """
            Here p1 votes 0, decides to abort, and crashes at the same point. Go through what p2 and \
            p3 see: it is what they see in the first run, event by event. So they would do the same \
            in both, and nothing that they could do is right in both. That is why no better \
            participant helps, and why the decision must not be one process's."""),
        new Scene(
            "Non-blocking atomic commit in the first run",
            coordinatorCrashes(setting("A1", "", 1)),
            """
            Here every vote goes to all, and nobody decides alone: p1 has every vote and proposes to \
            commit, but only to uniform consensus, and crashes at the same point. p2 and p3 detect \
            it, miss its vote, propose 0, and decide what consensus decides. Had p1's proposal been \
            heard, they would have committed; either way all decide the same, and nobody waits for \
            the dead."""));
  }

  private static Execution coordinatorCrashes(Setting setting) {
    return Stage.of(setting)
        .ask(1, 2, 3)
        .arrive(1, 1)
        .arrive(1, 2)
        .arrive(1, 3)
        .crash(1)
        .goOn()
        .end();
  }

  private static Setting setting(String protocol, String variant, int voteOfFirst) {
    Num yes = new Num(1);
    return new Setting(protocol, variant, 3, 1, List.of(new Num(voteOfFirst), yes, yes), 1);
  }
}
