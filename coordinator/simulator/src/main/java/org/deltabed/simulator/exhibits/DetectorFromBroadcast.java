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

/** P out of terminating reliable broadcast: the proof of the equivalence, running. */
public final class DetectorFromBroadcast implements Exhibit {

  /** Shows the same to everybody. */
  public DetectorFromBroadcast() {}

  private static final int CYCLES = 4;

  @Override
  public String name() {
    return "p-from-trb";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, Terminating Reliable Broadcast";
  }

  @Override
  public String title() {
    return "P out of terminating reliable broadcast: who fails to broadcast has crashed";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "Nobody crashes",
            run(List.of()),
            """
            Every process broadcasts again and again, each in an instance of terminating reliable \
            broadcast of which all know that it is the sender. As nobody crashes, every instance \
            delivers the sender's message, and nobody is detected: strong accuracy. "Validity: if \
            the sender is correct and broadcasts m, it delivers m", and by agreement so do all."""),
        new Scene(
            "p2 crashes",
            run(List.of(new Crash(2, 1, ProcessSet.EMPTY))),
            """
            p2's frame reaches nobody. The others take part in the instances of which p2 is the \
            sender, and termination owes them a delivery: of p2's message, or of SF, "the sender \
            has failed". SF is delivered only where the sender has crashed (integrity), so whoever \
            delivers it may detect p2, and by agreement all that are correct do: strong \
            completeness. With consensus P gives terminating reliable broadcast, and this is the way \
            back: either can be made of the other.
            The first \u2020p2 of each process is from the detector below, on which this broadcast stands; \
            the last is from P that is made of it. p1 leads the consensus and has both at once."""),
        new Scene(
            "p2 crashes in mid-broadcast",
            run(List.of(new Crash(2, 1, ProcessSet.of(3)))),
            """
            p2's frame reaches p3 alone. p3 has p2's message, p1 has none, and neither acts on what \
            it has: both propose it to consensus. p1 leads, so SF is decided, and p3 delivers SF too \
            although it has seen the message. They detect p2 both, and in the same instance: that is \
            what agreement of the broadcast is for."""));
  }

  private static Execution run(List<Crash> crashes) {
    List<Value> values = List.of(new Num(10), new Num(20), new Num(30));
    Setting setting = new Setting("D5", "", 3, 1, values, 1);
    return LockstepRun.run(new LockstepSchedule(setting, CYCLES, crashes));
  }
}
