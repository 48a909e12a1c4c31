package org.deltabed.lab.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deltabed.checker.CampaignRun;
import org.deltabed.checker.RunState;
import org.deltabed.lab.collect.Acknowledgement;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.collect.NodeView;
import org.deltabed.lab.plan.Plan;
import org.deltabed.wiring.BadInput;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * Makes one attempt: a whole cluster, prepared, started in one round, left alone until its last
 * round has passed, restored, and its evidence collected.
 */
final class RunAttempt {

  private static final long WHOLE_MS = 30_000;
  private static final long ACKNOWLEDGE_MS = 40_000;
  private static final long ASK_AGAIN_MS = 1_000;
  private static final long EVIDENCE_MS = 60_000;
  private static final long START_LEAD_NS = 300_000_000;

  private final Plan plan;
  private final Testbed testbed;
  private final LiveTestbed live;
  private final Cluster cluster;
  private final RunEvidence evidence;
  private final LabLink link;
  private final Commands commands;
  private final RunPlan run;
  private final SortedMap<Integer, Integer> boots = new TreeMap<>();
  private long startRound;

  RunAttempt(CampaignParts parts, RunPlan run) {
    this.plan = parts.plan();
    this.testbed = parts.testbed();
    this.live = parts.live();
    this.cluster = parts.cluster();
    this.link = parts.link();
    this.commands = new Commands(parts.session(), testbed);
    this.run = run;
    this.evidence = new RunEvidence(parts, commands, run.id(), boots);
  }

  /** Makes the attempt and says how far it came. */
  CampaignRun make() throws IOException, InterruptedException {
    RunState state = RunState.COMPLETE;
    String reason = "";
    live.beginRun(run.id());
    try {
      awaitWhole();
      prepare();
      start();
      awaitEnd();
      live.disarm(); // first: what a fault would still do to the power is not to be done twice
      restoreCrashed();
      evidence.collect(EVIDENCE_MS + live.restoreMsMax(), this::restoreCrashed);
      requireAllBegan();
    } catch (Aborted e) {
      state = RunState.ABORTED;
      reason = e.getMessage();
      tellAll(process -> commands.cancel(run));
    }
    live.disarm();
    restoreCrashed();
    live.endRun();
    return record(state, reason).withSecret(run.secret().hex());
  }

  /** The attempt as it is if the lab is stopped in it. */
  CampaignRun asStopped() {
    testbed.nodes().forEach(node -> boots.putIfAbsent(node.id(), 1)); // until they are known
    return record(RunState.ABORTED, "the lab was stopped in this attempt");
  }

  private CampaignRun record(RunState state, String reason) {
    SortedMap<Integer, Long> proposals = new TreeMap<>();
    for (int i = 0; i < run.proposals().size(); i++) {
      proposals.put(i + 1, run.proposals().get(i));
    }
    return new CampaignRun(
        run.id(),
        run.caseName(),
        run.attempt(),
        run.repeats(),
        startRound,
        plan.rounds(),
        run.nonce(),
        boots,
        proposals,
        PlannedFaults.ofRun(run.faults(), testbed),
        run.expect(),
        state,
        reason);
  }

  /**
   * Dead nodes get power again, as new boots.
   *
   * @throws BadInput of a node whose program refuses what it is started with
   */
  private void restoreCrashed() throws IOException {
    for (NodeSpec node : testbed.nodes()) {
      if (!live.alive(node.id())) {
        live.refusal(node.id()).ifPresent(reason -> giveUp(node, reason));
        live.powerOn(node.id());
      }
    }
  }

  private static void giveUp(NodeSpec node, String reason) {
    throw new BadInput(node.name(), 0, reason, "mend it, then run the campaign again");
  }

  /**
   * A node that halts itself before the run, because the host was late, is started again like one
   * that crashed.
   */
  private void awaitWhole() throws IOException, InterruptedException, Aborted {
    long endNs = System.nanoTime() + (WHOLE_MS + live.restoreMsMax()) * 1_000_000;
    restoreCrashed();
    while (!cluster.await(ASK_AGAIN_MS, this::whole)) {
      if (System.nanoTime() > endNs) {
        testbed.nodes().forEach(node -> noteBoot(node.id()));
        throw new Aborted("the cluster did not become whole: " + missing());
      }
      restoreCrashed();
      requireReach();
    }
    for (NodeSpec node : testbed.nodes()) {
      NodeView view = cluster.view(node.id()).orElseThrow();
      if (!view.wiringHash().isEmpty() && !view.wiringHash().equals(testbed.hash())) {
        throw new Aborted(
            "node %d runs with wiring %s, the coordinator with %s"
                .formatted(node.id(), view.wiringHash(), testbed.hash()));
      }
      noteBoot(node.id());
    }
  }

  private void requireReach() throws Aborted {
    for (NodeSpec node : testbed.nodes()) {
      if (!live.alive(node.id()) && live.beyondReach(node.id())) {
        throw new Aborted(
            node.name() + " does not run, and nothing confirms that its power can be cut");
      }
    }
  }

  private void noteBoot(int node) {
    boots.put(node, cluster.view(node).map(NodeView::boot).orElse(1));
  }

  /** All have joined, and each heard all the others in the last round. */
  private boolean whole() {
    long others = (1L << testbed.n()) - 1;
    for (NodeSpec node : testbed.nodes()) {
      Optional<NodeView> view = cluster.view(node.id());
      boolean fresh = view.isPresent() && System.nanoTime() - view.get().seenNs() < 3_000_000_000L;
      if (!fresh || !view.get().joined() || !live.alive(node.id())) {
        return false;
      }
      long self = 1L << (node.process() - 1);
      if ((view.get().heard() | self) != others) {
        return false;
      }
    }
    return true;
  }

  private String missing() {
    List<String> missing = new ArrayList<>();
    for (NodeSpec node : testbed.nodes()) {
      missing.add(
          node.id()
              + "="
              + cluster
                  .view(node.id())
                  .map(view -> view.state() + "/heard " + Long.toBinaryString(view.heard()))
                  .orElse("silent")
              + (live.alive(node.id()) ? "" : "/dead"));
    }
    return String.join(" ", missing) + (link.connected() ? "" : "; no broker: " + link.lastError());
  }

  private void prepare() throws InterruptedException, Aborted {
    List<Integer> bootsByProcess =
        testbed.nodes().stream().map(node -> boots.get(node.id())).toList();
    askAll("prepare", process -> commands.prepare(plan, run, process, bootsByProcess));
  }

  private void start() throws InterruptedException, Aborted, IOException {
    long roundNow = live.roundOnLine();
    for (NodeSpec node : testbed.nodes()) {
      roundNow =
          Math.max(
              roundNow,
              cluster
                  .acknowledgement(node.id(), "prepare", run.nonce())
                  .map(Acknowledgement::round)
                  .orElse(0L));
    }
    startRound = roundNow + 2 + START_LEAD_NS / testbed.timing().cycleNs();
    live.arm(PlannedFaults.onBus(run.faults(), testbed, startRound));
    askAll("start", process -> commands.start(run, startRound));
  }

  /** Asks every node, again and again, until each has answered or one refuses. */
  private void askAll(String name, CommandOf command) throws InterruptedException, Aborted {
    long endNs = System.nanoTime() + ACKNOWLEDGE_MS * 1_000_000;
    while (System.nanoTime() < endNs) {
      for (NodeSpec node : testbed.nodes()) {
        if (cluster.acknowledgement(node.id(), name, run.nonce()).isEmpty()) {
          link.command(node.id(), command.to(node.process()));
        }
      }
      if (cluster.await(ASK_AGAIN_MS, () -> answered(name))) {
        refuse(name);
        return;
      }
      requireAllPresent(name);
    }
    throw new Aborted("not every node answered to " + name + ": " + missing());
  }

  /** A node that halted itself meanwhile will not answer. */
  private void requireAllPresent(String name) throws Aborted {
    for (NodeSpec node : testbed.nodes()) {
      if (gone(node.id())) {
        throw new Aborted("node " + node.id() + " ended before it answered to " + name);
      }
    }
  }

  private boolean answered(String name) {
    return testbed.nodes().stream()
        .allMatch(node -> cluster.acknowledgement(node.id(), name, run.nonce()).isPresent());
  }

  private void refuse(String name) throws Aborted {
    for (NodeSpec node : testbed.nodes()) {
      Acknowledgement answer = cluster.acknowledgement(node.id(), name, run.nonce()).orElseThrow();
      if (!answer.ok()) {
        throw new Aborted("node " + node.id() + " refused to " + name + ": " + answer.reason());
      }
    }
  }

  /**
   * Until every node has ended the run or is dead; the bus, not the clock of the lab, says how
   * long. What a broker took with it when it died is asked for again (F34).
   */
  private void awaitEnd() throws InterruptedException, Aborted {
    long cycleNs = testbed.timing().cycleNs();
    long rounds = startRound + plan.rounds() + 4 - Math.max(0, live.roundOnLine());
    long patienceMs = rounds * cycleNs / 1_000_000 + EVIDENCE_MS;
    long endNs = System.nanoTime() + patienceMs * 1_000_000;
    while (!cluster.await(ASK_AGAIN_MS, this::ended)) {
      if (System.nanoTime() > endNs) {
        throw new Aborted("not every node ended the run: " + missing());
      }
      if (live.roundOnLine() > startRound + plan.rounds()) {
        evidence.askForMissing();
      }
    }
  }

  private boolean ended() {
    return testbed.nodes().stream().allMatch(node -> gone(node.id()))
        || (live.roundOnLine() >= startRound + plan.rounds() - 1
            && testbed.nodes().stream().allMatch(node -> ended(node.id())));
  }

  private boolean ended(int node) {
    return gone(node) || evidence.hasRunEnd(node);
  }

  /** The boot that took part is dead; the node may live in a later one (F05). */
  private boolean gone(int node) {
    boolean laterBoot = cluster.view(node).map(NodeView::boot).orElse(0) > boots.get(node);
    return !live.alive(node) || laterBoot;
  }

  /** A node that halted itself after it had agreed to start was never part of the run. */
  private void requireAllBegan() throws Aborted {
    for (NodeSpec node : testbed.nodes()) {
      if (!evidence.hasRunStart(node.id())) {
        throw new Aborted("node " + node.id() + " did not begin the run");
      }
    }
  }

  private void tellAll(CommandOf command) {
    for (NodeSpec node : testbed.nodes()) {
      link.command(node.id(), command.to(node.process()));
    }
  }

  /** A command for a process. */
  private interface CommandOf {
    String to(int process);
  }
}
