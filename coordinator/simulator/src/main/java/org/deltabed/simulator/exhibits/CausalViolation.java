package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Setting;

/** An answer is delivered before what it answers; the past in the message prevents it. */
public final class CausalViolation implements Exhibit {

  /** Shows the same to everybody. */
  public CausalViolation() {}

  @Override
  public String name() {
    return "causal-violation";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, Causal Broadcast";
  }

  @Override
  public String title() {
    return "reliable broadcast without causal order: the answer comes before the question";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "Reliable broadcast alone",
            run("B7-ignores-the-past"),
            """
            p1 broadcasts 10, say a question. p2 delivers it and broadcasts 20, the answer. So 10 \
            happened before 20: p2 had delivered the one when it broadcast the other. Links keep no \
            order between messages of different senders; p3 gets 20 first, and reliable broadcast \
            delivers what comes. Every correct process delivers both, which is all that it promises, \
            and p3 has read the answer before the question. (The run is one of causal broadcast, whose \
            messages carry their past, with a delivery that does not look at it.)"""),
        new Scene(
            "No-waiting causal broadcast in the same run",
            run(""),
            """
            Now each message carries its past, all that its sender had broadcast or delivered: 20 \
            comes to p3 with [p1 10] before it. p3 delivers 10 out of that past and then 20, and \
            waits for nobody. When 10 itself arrives, after the end of the picture, it is dropped. What it \
            costs is the length of messages, which garbage collection (B8) is for, or waiting with a \
            vector clock (B9)."""));
  }

  private static Execution run(String variant) {
    List<Num> values = List.of(new Num(10), new Num(20), new Num(30));
    Setting setting = new Setting("B7", variant, 3, 0, List.copyOf(values), 1);
    return Stage.of(setting)
        .ask(1)
        .arrive(1, 1)
        .arrive(2, 1)
        .ask(2)
        .arrive(2, 2)
        .arrive(1, 2)
        .arrive(3, 2)
        .arrive(3, 1)
        .goOnUnasked()
        .end();
  }
}
