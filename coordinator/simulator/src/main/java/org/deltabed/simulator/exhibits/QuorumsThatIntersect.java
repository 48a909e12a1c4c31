package org.deltabed.simulator.exhibits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deltabed.protocol.Addressed;
import org.deltabed.protocol.Execute;
import org.deltabed.protocol.IdealCryptography;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Numbered;
import org.deltabed.protocol.ProcessSet;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Workload;
import org.deltabed.protocol.replication.Quorums;
import org.deltabed.protocol.replication.pbft.CommitOrder;
import org.deltabed.protocol.replication.pbft.PrePrepare;
import org.deltabed.protocol.replication.pbft.PrepareOrder;
import org.deltabed.protocol.replication.pbft.Statement;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.schedule.Liberties;
import org.deltabed.simulator.schedule.Setting;

/** PBFT's quorums for n = kf + 1, and what happens with one process less. */
public final class QuorumsThatIntersect implements Exhibit {

  /** Shows the same to everybody. */
  public QuorumsThatIntersect() {}

  private static final int F = 1;
  private static final int LIAR = 1;
  private static final String LINKS = "pbft/replica/al";

  @Override
  public String name() {
    return "quorums";
  }

  @Override
  public String page() {
    return "multipaxos-pbft-exercise, PBFT: Prepare → Commit";
  }

  @Override
  public String title() {
    return "PBFT: how many replicas make a quorum of n = kf + 1, and why not one less";
  }

  @Override
  public List<Scene> scenes() {
    List<Scene> scenes = new ArrayList<>();
    for (int k = 2; k <= 6; k++) {
      scenes.add(oneLess(k));
    }
    scenes.add(
        new Scene(
            "k = 3 with the quorum that it takes",
            run(3, ""),
            """
            The same two messages of the same Byzantine primary at n = 4, and a quorum of 3. p2 has \
            the primary's vote and its own for one request, p3 the primary's and its own for the \
            other: two of three. Nothing is prepared, and nobody executes anything in this view. The \
            page says it so: collect so many that there is no place for any other action."""));
    return scenes;
  }

  private static Scene oneLess(int k) {
    int n = k * F + 1;
    Quorums quorums = new Quorums(n, F);
    int q = quorums.size();
    String live =
        quorums.isAvailable()
            ? "The "
                + (n - F)
                + " correct replicas make one by themselves, so a silent one stops"
                + " nothing."
            : "The "
                + (n - F)
                + " correct replicas do not make one, so one silent replica stops"
                + " everything: n = 2f + 1 is enough where processes only crash, and too few here.";
    return new Scene(
        "k = "
            + k
            + ": n = "
            + n
            + ", quorum "
            + q
            + ", intersection "
            + quorums.intersection()
            + "; broken with "
            + (q - 1),
        run(k, "S5-small-quorum"),
        "Two sets of q of n = "
            + n
            + " processes have at least 2q - n in common. That has to be f + 1 = 2, so that one of"
            + " them is correct: the least such q is "
            + q
            + ", and then it is "
            + quorums.intersection()
            + ". "
            + live
            + " Here the replicas take "
            + (q - 1)
            + ", and two such sets may have only "
            + Math.max(0, 2 * (q - 1) - n)
            + " in common. The primary p1 is Byzantine and gives number 1 to two requests: "
            + "p"
            + (n - 1)
            + "'s for "
            + members(first(q))
            + "; p"
            + n
            + "'s for "
            + members(second(q))
            + ". (In the picture pre n1 p"
            + n
            + "'s is the pre-prepare of p"
            + n
            + "'s request as number 1.) With p1's votes each side has "
            + (q - 1)
            + " prepares and "
            + (q - 1)
            + " commits, and executes its own request as number 1.");
  }

  private static String members(int[] group) {
    return String.join(", ", IntStream.of(group).mapToObj(p -> "p" + p).toList());
  }

  /** Correct ones who make one less than a quorum with the liar. */
  private static int[] first(int quorum) {
    return IntStream.range(2, quorum).toArray();
  }

  private static int[] second(int quorum) {
    return IntStream.range(quorum, 2 * quorum - 2).toArray();
  }

  private static Execution run(int k, String variant) {
    int n = k * F + 1;
    int q = new Quorums(n, F).size();
    List<Value> values = IntStream.rangeClosed(1, n).<Value>mapToObj(p -> new Num(p)).toList();
    Liberties lies = Liberties.byzantine(ProcessSet.of(LIAR));
    Stage stage = Stage.of(new Setting("S5", variant, n, F, values, 1, lies));
    int[] first = first(q);
    int[] second = second(q);
    stage.ask(n - 1, n);
    side(stage, first, request(n - 1, n, values));
    side(stage, second, request(n, n, values));
    return stage.end();
  }

  /** These prepare and commit what the liar tells them, and hear of nobody else. */
  private static void side(Stage stage, int[] group, Statement request) {
    IdealCryptography liars = new IdealCryptography(LIAR);
    Value digest = liars.hash(request);
    PrepareOrder order = new PrepareOrder(0, 1, digest);
    for (int p : group) {
      stage.forge(p, LIAR, LINKS, to(p, new PrePrepare(0, 1, request, liars.sign(order))));
    }
    exchange(stage, group, Statement.class);
    for (int p : group) {
      stage.forge(p, LIAR, LINKS, to(p, new CommitOrder(0, 1, digest)));
    }
    exchange(stage, group, CommitOrder.class);
  }

  private static void exchange(Stage stage, int[] group, Class<? extends Value> kind) {
    for (int p : group) {
      for (int q : group) {
        if (p != q) {
          stage.arriveIfAny(p, q, LINKS, kind);
        }
      }
    }
  }

  private static Value to(int process, Value message) {
    return new Addressed(process, message);
  }

  private static Statement request(int client, int n, List<Value> values) {
    Execute execute =
        (Execute)
            Workload.EXECUTE_BY_LAST_TWO.requests(client, n, values.get(client - 1), 1).getFirst();
    Value content = new Numbered(1, execute.command());
    return new Statement(client, content, new IdealCryptography(client).sign(content));
  }
}
