package org.deltabed.checker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Of clocks whose offset and drift are known to the test: the truth is always within the stated
 * uncertainty, which is as small as the evidence allows.
 */
class ClockOffsetsTest {
  private static final long MS = ClockWorld.MS;
  private static final long LATE_NS = ClockEvidence.EDGE_LATE_NS_MAX;
  private static final int WORLDS = 300;

  @Test
  void syncEdgesGiveTheOffsetAtAnyTime() {
    for (long seed = 0; seed < WORLDS; seed++) {
      ClockWorld world = new ClockWorld(seed);
      boolean readBack = seed % 2 == 0;
      world.sync(5_000 * MS, 65_000 * MS, 20_000 * MS, readBack, seed % 5 * 0.05);
      ClockEvidence.Clock clock = world.clock();
      String name = "world " + seed;
      assertTrue(clock.offset().known(), name);
      assertTrue(clock.syncEdges() > clock.syncEdgesSeen() / 2, name);
      contains(world, clock.offset(), 1_000 * MS, 90_000 * MS, name);
      double truePpm = world.ppm;
      assertTrue(Math.abs(clock.driftPpm() - truePpm) <= clock.driftErrorPpm() + 0.1, name);
      // Between edges 400 ms apart, and where some are missing, the drift adds to two latenesses.
      for (long atNs = 25_000 * MS; atNs < 60_000 * MS; atNs += 777 * MS) {
        long widthNs = clock.offset().uncertaintyNs(atNs);
        assertTrue(widthNs <= 2 * LATE_NS + 4_000 * MS / 10_000, name + ": ε = " + widthNs);
      }
    }
  }

  @Test
  void oneSlowDriveDoesNotLoosenTheOthers() {
    for (long seed = 0; seed < WORLDS; seed++) {
      ClockWorld world = new ClockWorld(seed);
      world.slowEdge = 40;
      world.slowNs = 140 * MS;
      world.sync(5_000 * MS, 65_000 * MS, 5_000 * MS, false, 0);
      ClockEvidence.Clock clock = world.clock();
      String name = "world " + seed;
      assertEquals(clock.syncEdgesSeen() - 1, clock.syncEdges(), name);
      contains(world, clock.offset(), 1_000 * MS, 90_000 * MS, name);
    }
  }

  @Test
  void anEdgeThatMayBeEitherOfTwoIsNeither() {
    long[] nodeNs = {0, 200 * MS, 500 * MS, 700 * MS, 1_000 * MS};
    long[] nodeLevels = {1, 0, 1, 0, 1};
    long[] labNs = {0, 200 * MS, 500 * MS, 700 * MS, 700 * MS + LATE_NS, 1_000 * MS};
    long[] labLevels = {1, 0, 1, 0, 1, 1};
    int[] found =
        SyncAlignment.align(
            new SyncAlignment.Edges(nodeNs, nodeLevels, 0),
            new SyncAlignment.Edges(labNs, labLevels, 0),
            ClockOffset.of(100, List.of()));
    assertArrayEquals(new int[] {0, 1, 2, SyncAlignment.NONE, 5}, found);
  }

  @Test
  void aliveEdgesTightenIt() {
    int tightened = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      ClockWorld world = new ClockWorld(seed);
      world.sync(5_000 * MS, 25_000 * MS, 5_000 * MS, true, 0);
      long withoutNs = world.clock().offset().uncertaintyNs(15_000 * MS);
      world.alive(14_000 * MS, 90 * MS, 20, 0.2);
      ClockEvidence.Clock clock = world.clock();
      assertTrue(clock.offset().known(), "world " + seed);
      assertTrue(clock.aliveEdges() >= 8, "world " + seed + ": " + clock.aliveEdges());
      contains(world, clock.offset(), 1_000 * MS, 40_000 * MS, "world " + seed);
      long withNs = clock.offset().uncertaintyNs(15_000 * MS);
      assertTrue(withNs <= withoutNs + 2, "world " + seed + ": " + withNs + " > " + withoutNs);
      tightened += withNs < withoutNs ? 1 : 0;
    }
    assertTrue(tightened > WORLDS / 2, tightened + " of " + WORLDS);
  }

  @Test
  void theUncertaintyIsHalfTheWidthAndGrowsWithTheDrift() {
    ClockOffset offset =
        ClockOffset.of(100, List.of(new ClockOffset.Known(1_000 * MS, 5_000, 25_000)));
    assertEquals(15_000, 1_000 * MS - offset.toLabNs(1_000 * MS));
    near(10_001, offset.uncertaintyNs(offset.toLabNs(1_000 * MS)), 1);
    // 200 ppm of 10 s are 2 ms.
    near(2 * MS + 12_000, offset.uncertaintyNs(offset.toLabNs(11_000 * MS)), 3_000);
  }

  @Test
  void translationGoesBackAndForthAndKeepsTheOrder() {
    ClockWorld world = new ClockWorld(3);
    world.sync(5_000 * MS, 65_000 * MS, 5_000 * MS, true, 0.2);
    ClockOffset offset = world.clock().offset();
    long beforeNs = Long.MIN_VALUE;
    for (long nodeNs = world.nodeNs(0); nodeNs < world.nodeNs(80_000 * MS); nodeNs += 3_333_333) {
      long labNs = offset.toLabNs(nodeNs);
      assertTrue(labNs > beforeNs);
      beforeNs = labNs;
      near(nodeNs, offset.toNodeNs(labNs), 2);
    }
  }

  @Test
  void fewEdgesThatFitInTwoPlacesAreNotGuessed() {
    ClockWorld world = new ClockWorld(9);
    world.sync(5_000 * MS, 65_000 * MS, 64_300 * MS, true, 0);
    ClockEvidence.Clock clock = world.clock();
    assertTrue(clock.syncEdgesSeen() > 0 && clock.syncEdgesSeen() < 6);
    if (clock.offset().known()) {
      contains(world, clock.offset(), 60_000 * MS, 70_000 * MS, "few");
    }
    ClockWorld two = new ClockWorld(10);
    two.sync(5_000 * MS, 65_000 * MS, 64_850 * MS, true, 0);
    assertTrue(two.clock().syncEdgesSeen() <= 2);
    assertFalse(two.clock().offset().known());
    assertEquals(ClockOffset.UNKNOWN_NS, two.clock().offset().uncertaintyNs(60_000 * MS));
  }

  @Test
  void edgesAtRegularTimesFitAnywhereAndAreNotGuessed() {
    long[] labNs = new long[40];
    long[] levels = new long[40];
    for (int i = 0; i < labNs.length; i++) {
      labNs[i] = 250 * MS * i;
      levels[i] = i % 2;
    }
    long[] nodeNs = Arrays.copyOfRange(labNs, 10, 16);
    int[] found =
        SyncAlignment.align(
            new SyncAlignment.Edges(nodeNs, Arrays.copyOfRange(levels, 10, 16), 0),
            new SyncAlignment.Edges(labNs, levels, 0),
            ClockOffset.of(100, List.of()));
    assertTrue(Arrays.stream(found).allMatch(at -> at == SyncAlignment.NONE));
  }

  @Test
  void F28_evidenceThatNoAllowedDriftFitsIsNoOffset() {
    ClockOffset offset =
        ClockOffset.of(
            100,
            List.of(
                new ClockOffset.Known(1_000 * MS, 0, 10_000),
                new ClockOffset.Known(2_000 * MS, 400_000, 410_000)));
    assertFalse(offset.consistent());
    assertFalse(offset.known());
  }

  @Test
  void hostileNumbersDoNotOverflow() {
    ClockOffset offset =
        ClockOffset.of(
            500,
            List.of(
                new ClockOffset.Known(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE),
                new ClockOffset.Known(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE)));
    assertTrue(offset.uncertaintyNs(0) >= ClockOffset.UNKNOWN_NS / 2);
    offset.toLabNs(Long.MIN_VALUE);
    offset.toLabNs(Long.MAX_VALUE);
  }

  /** Of whole numbers: those of JUnit with a tolerance are floating. */
  private static void near(long expected, long found, long apart) {
    assertTrue(Math.abs(expected - found) <= apart, found + " is not near " + expected);
  }

  private static void contains(
      ClockWorld world, ClockOffset offset, long fromNs, long toNs, String name) {
    for (long labNs = fromNs; labNs < toNs; labNs += 311 * MS) {
      long nodeNs = world.nodeNs(labNs);
      long trueNs = world.trueOffsetNs(labNs);
      assertTrue(
          offset.lowNs(nodeNs) <= trueNs && trueNs <= offset.highNs(nodeNs),
          name + " at " + labNs / MS + " ms");
      long wrongNs = Math.abs(offset.toLabNs(nodeNs) - labNs);
      assertTrue(wrongNs <= offset.uncertaintyNs(labNs), name + " is wrong by " + wrongNs);
    }
  }
}
