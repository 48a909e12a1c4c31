package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.InView;
import org.deltabed.protocol.Num;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Setting;

/** A message of a process that crashed comes in a view that the process is not in. */
public final class ViewSynchronyLateMessage implements Exhibit {

  /** Shows the same to everybody. */
  public ViewSynchronyLateMessage() {}

  @Override
  public String name() {
    return "vs-late-message";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, View Synchrony";
  }

  @Override
  public String title() {
    return "view synchrony: a message that comes in a later view than it was broadcast in";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "Membership and broadcast side by side",
            late("G3-any-view"),
            """
            p3 broadcasts 30 and crashes; its message is under way. p1 and p2 detect the crash, stop \
            broadcasting, exchange what they have delivered, agree, and install V(1, {p1 p2}). Then \
            30 comes to p1, in a view that p3 is not in. Here it is delivered, as broadcast and \
            membership know nothing of each other: p1 has to process a message of somebody who, as \
            the group has agreed, is not there. That is the notes' "subtle problem"; view inclusion \
            is broken, and delivery agreement too, as 30 never comes to p2."""),
        new Scene(
            "View synchrony in the same run",
            late(""),
            """
            A message carries the view that it was broadcast in. It says V(0), p1 is in V(1), and so \
            it is dropped (after the end of the picture). Agreement is not hurt: no correct process has delivered it, since whoever \
            had would have said so in the exchange."""),
        new Scene(
            "If one has delivered it in time, all do, before the new view",
            inTime(),
            """
            Here 30 reaches p2 before p2 detects the crash. p2 delivers it in V(0), and its set of \
            delivered messages, which it sends when the group flushes, holds it. p1 finds it there \
            and delivers it before it installs V(1): both deliver the same in V(0)."""));
  }

  private static Execution late(String variant) {
    return Stage.of(setting(variant))
        .ask(3)
        .crash(3)
        .goOnUnasked()
        .arrive(1, 3, InView.class)
        .end();
  }

  private static Execution inTime() {
    return Stage.of(setting("")).ask(3).arrive(2, 3, InView.class).crash(3).goOnUnasked().end();
  }

  private static Setting setting(String variant) {
    return new Setting("G3", variant, 3, 1, List.of(new Num(10), new Num(20), new Num(30)), 1);
  }
}
