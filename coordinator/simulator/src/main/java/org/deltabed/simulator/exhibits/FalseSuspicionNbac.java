package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.simulator.schedule.AsyncSchedule.Action;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;

/** Atomic commit with a detector that errs aborts what everybody wanted, though nobody crashed. */
public final class FalseSuspicionNbac implements Exhibit {

  /** Shows the same to everybody. */
  public FalseSuspicionNbac() {}

  @Override
  public String name() {
    return "false-suspicion-nbac";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, Non-Blocking Atomic Commit";
  }

  @Override
  public String title() {
    return "why non-blocking atomic commit needs P: a false suspicion aborts";
  }

  @Override
  public List<Scene> scenes() {
    List<Action> asks = List.of(new Action.Ask(1), new Action.Ask(2), new Action.Ask(3));
    List<Action> suspected =
        List.of(
            new Action.Ask(1),
            new Action.Ask(2),
            new Action.Ask(3),
            new Action.Detect(2, 1),
            new Action.Detect(3, 1));
    return List.of(
        new Scene(
            "Nobody is suspected",
            FairRun.withoutRestoring(setting(0), asks),
            """
            All three vote 1, yes. Each waits until it has the vote of everybody whom it does not \
            suspect, all of them 1, and proposes 1 to uniform consensus; all commit."""),
        new Scene(
            "p2 and p3 suspect p1, who lives",
            FairRun.withoutRestoring(setting(2), suspected),
            """
            The same votes. p2 and p3 suspect p1 before its vote has come: "correct != S", so both \
            propose 0. p1 has every vote and proposes 1, but it leads the first round of a consensus \
            in which the other two have already given it up, and 0 is decided.
            All have voted 1 and nobody has crashed, and yet all abort: abort-validity is broken. An \
            eventually perfect detector may make this mistake, and to take the suspicion back later \
            helps nobody: the decision is made. So commit needs P, which never errs."""));
  }

  private static Setting setting(int falseSuspicions) {
    Num yes = new Num(1);
    return new Setting("A1", "", 3, 0, List.of(yes, yes, yes), 1)
        .with(Liberties.falseSuspicions(falseSuspicions));
  }
}
