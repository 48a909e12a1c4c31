package org.deltabed.protocol.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Decided;
import org.deltabed.protocol.Num;
import org.junit.jupiter.api.Test;

/**
 * One process against what distributed-algorithms-notes, Non-Blocking Atomic Commit, says of
 * two-phase commit.
 */
class TwoPhaseCommitPageTest {
  private final PageProcess coordinator = new PageProcess("A2", 1, 3);
  private final PageProcess p2 = new PageProcess("A2", 2, 3);

  private static final List<String> COMMITTED =
      List.of("tpc Decide[value=1]", "tpc/beb sends decided 1");
  private static final List<String> ABORTED =
      List.of("tpc Decide[value=0]", "tpc/beb sends decided 0");

  private void votesArrive(long... votes) {
    for (int p = 1; p <= votes.length; p++) {
      coordinator.arrives(p, "tpc/beb", votes[p - 1]);
    }
  }

  /** "a coordinator process which was waiting for the proposals of other process ... decides". */
  @Test
  void theCoordinatorWaitsForAllVotesAndDecides() {
    votesArrive(1, 1);
    assertEquals(List.of(), coordinator.took());
    coordinator.arrives(3, "tpc/beb", 1);
    assertEquals(COMMITTED, coordinator.took());
  }

  /** "every process has a veto right". */
  @Test
  void aVetoAborts() {
    votesArrive(1, 0, 1);
    assertEquals(ABORTED, coordinator.took());
  }

  /** "or to detect their crash". */
  @Test
  void aCrashInPlaceOfAVoteAborts() {
    votesArrive(1, 1);
    coordinator.detects(3);
    assertEquals(ABORTED, coordinator.took());
  }

  /** "Upon making a decision, it would broadcast it to other processes." */
  @Test
  void theOthersDecideWhatTheCoordinatorTells() {
    p2.propose(1);
    for (int p = 1; p <= 3; p++) {
      p2.arrives(p, "tpc/beb", 1);
    }
    assertEquals(List.of("tpc/beb sends 1"), p2.took());
    p2.arrives(1, "tpc/beb", new Decided(new Num(1)));
    p2.arrives(1, "tpc/beb", new Decided(new Num(1)));
    assertEquals(List.of("tpc Decide[value=1]"), p2.took());
  }

  /** The coordinator's word counts, and nobody else's. */
  @Test
  void nobodyElseDecides() {
    p2.arrives(3, "tpc/beb", new Decided(new Num(1)));
    assertEquals(List.of(), p2.took());
  }

  /** "if this coordinator process crashes ... some processes ... block forever". */
  @Test
  void withoutTheCoordinatorItBlocks() {
    p2.detects(1);
    assertEquals(List.of(), p2.took());
  }
}
