package org.deltabed.lab.campaign;

import java.io.IOException;
import java.util.Map;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.LabLink;
import org.deltabed.lab.collect.TraceStore;

/** The records of the boots that take part in one attempt, on their way to the run folder. */
final class RunEvidence {

  private static final long ASK_AGAIN_MS = 1_000;
  private static final long BEYOND_REACH_MS = 10_000;

  private final Cluster cluster;
  private final TraceStore traces;
  private final LabLink link;
  private final LiveTestbed live;
  private final Commands commands;
  private final String run;
  private final Map<Integer, Integer> boots;

  /** {@code boots} by node id; the attempt may still change it. */
  RunEvidence(CampaignParts parts, Commands commands, String run, Map<Integer, Integer> boots) {
    this.cluster = parts.cluster();
    this.traces = parts.traces();
    this.link = parts.link();
    this.live = parts.live();
    this.commands = commands;
    this.run = run;
    this.boots = boots;
  }

  /** Gives dead nodes power, so that they can send what is in their spools. */
  interface Restorer {
    void restore() throws IOException;
  }

  /**
   * Until the records of all boots that took part are here: of the living up to their RUN_END, of
   * the dead up to the last that their next boot found in the spool. What does not come is asked
   * for again; what never comes the checker will name.
   */
  void collect(long patienceMs, Restorer restorer) throws IOException, InterruptedException {
    long endNs = System.nanoTime() + patienceMs * 1_000_000;
    long reachEndNs = System.nanoTime() + BEYOND_REACH_MS * 1_000_000;
    while (!cluster.await(ASK_AGAIN_MS, this::complete)
        && System.nanoTime() < endNs
        && (System.nanoTime() < reachEndNs || withinReach())) {
      restorer.restore();
      askForMissing();
    }
    if (!complete()) {
      traces.giveUpGaps();
    }
    traces.flush();
  }

  /** Whether anybody whose records are missing can still be brought back to send them. */
  private boolean withinReach() {
    return boots.entrySet().stream()
        .filter(boot -> !complete(boot.getKey(), boot.getValue()))
        .anyMatch(boot -> !live.beyondReach(boot.getKey()));
  }

  /** Asks every node whose records are not all here to send them from the first missing one on. */
  void askForMissing() {
    boots.forEach(
        (node, boot) -> {
          if (!complete(node, boot)) {
            link.command(node, commands.resend(boot, traces.nextSeq(node, boot)));
          }
        });
  }

  /** Whether everything of the node's boot up to the end of the run is here. */
  boolean hasRunEnd(int node) {
    return traces.hasRunEnd(run, node, boots.get(node));
  }

  /** Whether it is known that the node's boot began the run. */
  boolean hasRunStart(int node) {
    return traces.hasRunStart(run, node, boots.get(node));
  }

  private boolean complete() {
    return boots.entrySet().stream().allMatch(e -> complete(e.getKey(), e.getValue()));
  }

  private boolean complete(int node, int boot) {
    return traces.hasRunEnd(run, node, boot) || traces.hasAllOfEndedBoot(node, boot);
  }
}
