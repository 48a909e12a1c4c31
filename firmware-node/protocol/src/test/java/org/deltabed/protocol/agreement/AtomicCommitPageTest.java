package org.deltabed.protocol.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.junit.jupiter.api.Test;

/** One process against distributed-algorithms-notes, Non-Blocking Atomic Commit. */
class AtomicCommitPageTest {
  private final PageProcess p2 = new PageProcess("A1", 2, 3);

  private void votesArrive(long... votes) {
    for (int p = 1; p <= votes.length; p++) {
      p2.arrives(p, "nbac/beb", votes[p - 1]);
    }
  }

  private List<String> proposals() {
    return p2.took().stream().filter(line -> line.contains("Propose")).toList();
  }

  /** "upon event Propose, v: trigger bebBroadcast, v". */
  @Test
  void aVoteIsBroadcast() {
    p2.propose(1);
    assertEquals(List.of("nbac/beb sends 1"), p2.took());
  }

  /** "upon event correct ⊆ delivered: trigger uncPropose, prop". */
  @Test
  void itProposesWhenAllVotesAreIn() {
    votesArrive(1, 1);
    assertEquals(List.of(), p2.took());
    votesArrive(1, 1, 1);
    assertEquals(List.of("nbac/uc Propose[value=1]"), proposals());
  }

  /** "every process has a veto right": "prop := prop * v". */
  @Test
  void oneZeroIsAVeto() {
    votesArrive(1, 0, 1);
    assertEquals(List.of("nbac/uc Propose[value=0]"), proposals());
  }

  /** "if correct != S: prop := 0". */
  @Test
  void whoDetectsACrashProposesToAbort() {
    votesArrive(1, 1);
    p2.detects(3);
    assertEquals(List.of("nbac/uc Propose[value=0]"), proposals());
  }

  /** "if a process which proposed 1 crashes, then we can decide either 1 or 0". */
  @Test
  void aVoteForIsLostIfItsProcessCrashesBeforeAllAreIn() {
    p2.arrives(3, "nbac/beb", 1);
    p2.detects(3);
    votesArrive(1, 1);
    assertEquals(List.of("nbac/uc Propose[value=0]"), proposals());
  }

  /** Departure 1: it proposes once, whatever comes afterwards. */
  @Test
  void whatComesAfterTheProposalChangesNothing() {
    votesArrive(1, 1, 1);
    assertEquals(List.of("nbac/uc Propose[value=1]"), proposals());
    p2.detects(3);
    votesArrive(0, 0, 0);
    assertEquals(List.of(), proposals());
  }

  /** Departure 1: "upon event correct ⊆ delivered" is true for ever. */
  @Test
  void toTheLetterItProposesWithoutEnd() {
    final class ToTheLetter extends NonBlockingAtomicCommit {
      ToTheLetter(Context context) {
        super(context);
      }

      @Override
      protected boolean mayPropose() {
        return true;
      }
    }
    Protocol a1 = Catalogue.find("A1");
    PageProcess letter =
        new PageProcess(
            a1, a1.composition().swap("nbac", part -> part.madeBy(ToTheLetter::new)), 1, 1, 0);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> letter.arrives(1, "nbac/beb", 1));
    assertTrue(thrown.getMessage().contains("a guard of nbac never falls"), thrown::getMessage);
  }

  /** Departure 3: the vote that arrives first counts. */
  @Test
  void aSecondVoteOfAProcessIsDropped() {
    votesArrive(1, 1);
    votesArrive(0);
    p2.arrives(3, "nbac/beb", 1);
    assertEquals(List.of("nbac/uc Propose[value=1]"), proposals());
  }

  /** Departure 4. */
  @Test
  void whatIsNoVoteIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> p2.propose(2));
  }

  /** Departure 5: a process that lives and does not vote is waited for. */
  @Test
  void itWaitsForAVoteAsLongAsItsProcessLives() {
    p2.arrives(1, "nbac/beb", 1);
    p2.arrives(3, "nbac/beb", 1);
    assertEquals(List.of(), p2.took());
  }

  /** "upon event uncDecide, decision: trigger Decide, decision". */
  @Test
  void whatIsDecidedIsDecided() {
    votesArrive(1, 1, 1);
    for (int p = 1; p <= 3; p++) {
      p2.arrives(p, "nbac/uc/beb", 1);
    }
    assertTrue(p2.took().contains("nbac Decide[value=1]"));
  }
}
