package org.deltabed.lab.campaign;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deltabed.lab.collect.Cluster;
import org.deltabed.lab.collect.NodeView;
import org.deltabed.lab.collect.TraceStore;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;

/**
 * Real nodes outlive the lab: they may have run for another campaign, whose runs have the same
 * names. So each begins a campaign with a new boot, and what boots before it have recorded is left
 * out.
 */
final class FreshBoots {

  /** Who runs says so twice a second. */
  private static final long LOOK_MS = 3_000;

  private final Testbed testbed;
  private final LiveTestbed live;
  private final Cluster cluster;
  private final TraceStore traces;

  FreshBoots(CampaignParts parts) {
    this.testbed = parts.testbed();
    this.live = parts.live();
    this.cluster = parts.cluster();
    this.traces = parts.traces();
  }

  /**
   * Takes every node's power and gives it back, and waits until each runs anew.
   *
   * @throws IOException naming those that do not, when the testbed's patience is over
   */
  void require() throws IOException, InterruptedException {
    Map<Integer, Integer> old = new TreeMap<>();
    cluster.await(LOOK_MS, () -> testbed.nodes().stream().allMatch(node -> boot(node) > 0));
    for (NodeSpec node : testbed.nodes()) {
      old.put(node.id(), boot(node));
      traces.onlyAfter(node.id(), boot(node));
      live.powerOn(node.id());
    }
    if (!cluster.await(
        LOOK_MS + live.restoreMsMax(),
        () -> testbed.nodes().stream().allMatch(node -> boot(node) > old.get(node.id())))) {
      throw new IOException(
          "not started anew: "
              + testbed.nodes().stream()
                  .filter(node -> boot(node) <= old.get(node.id()))
                  .map(NodeSpec::name)
                  .toList());
    }
    // A node whose first status came late has told its boot by now; its old records are left out.
    testbed.nodes().forEach(node -> traces.onlyAfter(node.id(), boot(node) - 1));
  }

  private int boot(NodeSpec node) {
    Optional<NodeView> view = cluster.view(node.id());
    return view.map(NodeView::boot).orElse(0);
  }
}
