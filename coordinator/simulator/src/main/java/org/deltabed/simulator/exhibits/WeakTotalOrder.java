package org.deltabed.simulator.exhibits;

import java.util.List;
import org.deltabed.protocol.Num;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Setting;

/** Two runs that the weaker definitions of total order allow, and the strong one does not. */
public final class WeakTotalOrder implements Exhibit {

  /** Shows the same to everybody. */
  public WeakTotalOrder() {}

  @Override
  public String name() {
    return "weak-total-order";
  }

  @Override
  public String page() {
    return "distributed-algorithms-notes, Total Order Broadcast, Weaker definitions";
  }

  @Override
  public String title() {
    return "total order: what the two weaker definitions allow, and the strong one does not";
  }

  @Override
  public List<Scene> scenes() {
    return List.of(
        new Scene(
            "The first figure: one delivers both, the other crashes after one",
            onlyOneCrashes(setting("B10", "B10-as-uniform")),
            """
            Here regular total order broadcast is asked for all three definitions, of any process. \
            p1 broadcasts 10. It leads the first round of regular consensus, decides its own set, \
            delivers 10, and crashes: nobody has heard anything of it. p2 and p3 order 20 first, and \
            when p1's 10 comes at last they order it second.
            The first weaker definition speaks of processes that deliver both. p1 delivered one of \
            them only, so it allows this. The strong definition does not: p1 delivered 10 without 20, \
            and p2 delivered 20 before 10. Nor does the second weaker one: both deliver 10, and p2 \
            delivers 20 before it, but p1 does not."""),
        new Scene(
            "The second figure: each delivers another message first, and both crash",
            bothCrash(),
            """
            p1 delivers its 10 and crashes, p2 delivers its 20 and crashes. They have no message in \
            common, so both weaker definitions have nothing to say of them. The strong one has: p1 \
            delivered 10 without 20, p2 delivered 20 without 10 before it. Whoever acted on these \
            deliveries, a replica that answered its client, acted on two different orders."""),
        new Scene(
            "Uniform total order broadcast in the first run",
            onlyOneCrashes(setting("B10-uniform", "")),
            """
            Over uniform broadcast and uniform consensus nobody delivers before others know. p1 \
            crashes at the same point and has delivered nothing. p2 and p3 deliver 20, and 10 too \
            when it comes. What is delivered is delivered in one order by all, those that crash \
            included, so all three definitions hold of any process."""));
  }

  private static Execution onlyOneCrashes(Setting setting) {
    Stage stage = Stage.of(setting).ask(1).arrive(1, 1).crash(1).detect(2, 1).detect(3, 1);
    return stage.ask(2).goOnUnasked().arrive(2, 1).goOnUnasked().end();
  }

  private static Execution bothCrash() {
    return Stage.of(setting("B10", "B10-as-uniform"))
        .ask(1)
        .arrive(1, 1)
        .crash(1)
        .detect(2, 1)
        .ask(2)
        .arrive(2, 2)
        .crash(2)
        .goOnUnasked()
        .end();
  }

  private static Setting setting(String protocol, String variant) {
    return new Setting(protocol, variant, 3, 2, List.of(new Num(10), new Num(20), new Num(30)), 1);
  }
}
