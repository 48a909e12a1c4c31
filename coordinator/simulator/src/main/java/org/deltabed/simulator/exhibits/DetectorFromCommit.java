package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.LockstepSchedule.Crash;
import org.deltabed.simulator.schedule.Setting;

/** P out of non-blocking atomic commit, where one process may crash. */
public final class DetectorFromCommit implements Exhibit {

  /** Shows the same to everybody. */
  public DetectorFromCommit() {}

  private static final int CYCLES = 5;

  @Override
  public String name() {
    return "p-from-nbac";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, Non-Blocking Atomic Commit";
  }

  @Override
  public String title() {
    return "P out of non-blocking atomic commit: if all vote yes, an abort is a crash";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "Nobody crashes",
            run(List.of()),
            """
            All vote yes in transaction after transaction, and all commit: 0 can only be decided if \
            some process crashes or votes 0. Nobody is detected."""),
        new Scene(
            "p2 crashes before it has voted",
            run(List.of(new Crash(2, 1, ProcessSet.EMPTY))),
            """
            The transaction cannot commit, as p2 may have wanted to vote no, and it does not block: \
            it aborts. All have voted yes, so an abort can mean one thing only: somebody has crashed. \
            It does not say who. So who aborts says that it is alive, and with f = 1 there is one who \
            does not. That is the proof's step that the notes leave out, and why it stops at f = 1: \
            of two that crash in one transaction, n - 2 say alive, and nobody knows whom to wait \
            for.
            The first \u2020p2 of each process is from the detector below, on which atomic commit stands; \
            the second is from P that is made of it."""),
        new Scene(
            "p2 votes, and crashes",
            run(List.of(new Crash(2, 1, ProcessSet.of(1, 3)))),
            """
            p2's frame, with its vote, reaches both others before it dies. Commit is allowed now, \
            although p2 has crashed: that is no mistake, and no detection either. The next \
            transaction cannot commit without p2, aborts, and the crash is detected."""));
  }

  private static Execution run(List<Crash> crashes) {
    List<Value> values = List.of(new Num(1), new Num(1), new Num(1));
    Setting setting = new Setting("D5-nbac", "", 3, 1, values, 1);
    return LockstepRun.run(new LockstepSchedule(setting, CYCLES, crashes));
  }
}
