package org.deltabed.lab.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Campaigns that several test classes look at, each from its own side. A campaign takes real time,
 * so each is run once, by whoever asks first.
 */
public final class SharedCampaigns {

  private static LiveCampaign crashes;
  private static LiveCampaign brokenBounds;
  private static boolean brokenTwice;

  private SharedCampaigns() {}

  /** Five nodes, which crash in all the ways that are no fault of the bus. */
  public static synchronized LiveCampaign crashes() throws IOException, InterruptedException {
    if (crashes == null) {
      crashes =
          LiveCampaign.run(
              TestPlan.fiveNodes(5)
                  .run("idle", "{powerCut: {node: 3, round: 2, slot: 0}}")
                  .run("mid-frame", "{powerCut: {node: 2, round: 1, afterBytes: 17}}")
                  .run(
                      "prefix",
                      "{crashPoint: {node: 1, round: 1, afterSubFrames: 2, order: [3, 5, 2, 4]}}")
                  .run("pin", "{crashPin: {node: 4, round: 1, slot: 0}}")
                  .run("decide", "{crashPoint: {node: 5, afterDecide: true}}")
                  .in(folder("crashes")));
    }
    return crashes;
  }

  /** Three nodes, on whose bus and to whose programs things happen that no bound survives. */
  public static synchronized LiveCampaign brokenBounds() throws IOException, InterruptedException {
    if (brokenBounds == null) {
      Path folder = folder("broken-bounds");
      String expect = "BOUND_BROKEN";
      brokenBounds =
          LiveCampaign.run(
              TestPlan.threeNodes(5)
                  .run("pause", expect, "{pause: {node: 2, round: 2, slot: 2, forMs: 300}}")
                  .run("delay", expect, "{bus: {node: 2, round: 2, delayUs: 38000}}")
                  .run("drop", expect, "{bus: {node: 2, round: 2, drop: true}}")
                  .run("flip", expect, "{bus: {node: 2, round: 2, flipBits: 3}}")
                  .run("babble", expect, "{bus: {node: 1, round: 2, babbleMs: 100}}")
                  .run("repeat", "{bus: {node: 1, round: 2, repeat: true}}")
                  .in(folder));
    }
    return brokenBounds;
  }

  /**
   * The campaign of {@link #brokenBounds}, run once more, for all that ask, if the host stood still
   * so that it does not show what is looked for.
   */
  public static synchronized LiveCampaign brokenBounds(Predicate<LiveCampaign> shows)
      throws IOException, InterruptedException {
    LiveCampaign campaign = brokenBounds();
    boolean hiccups = campaign.verdict().hostHiccups().count() > 0;
    if (!shows.test(campaign) && hiccups && !brokenTwice) {
      System.out.println("The host stood still; the broken bounds are run once more: " + campaign);
      brokenTwice = true;
      brokenBounds = null;
      campaign = brokenBounds();
    }
    return campaign;
  }

  /** A folder that stays after the tests, for a look at what failed. */
  public static Path folder(String name) throws IOException {
    return Files.createDirectories(Path.of("target", "campaigns", name).toAbsolutePath());
  }
}
