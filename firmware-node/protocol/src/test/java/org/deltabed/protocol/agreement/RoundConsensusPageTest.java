package org.deltabed.protocol.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deltabed.protocol.Estimate;
import org.deltabed.protocol.InRound;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Sequence;
import org.junit.jupiter.api.Test;

/** One process of each consensus beyond the notes against the sentences of its header. */
class RoundConsensusPageTest {
  private static void hears(PageProcess p, int round, int sender, long value, boolean early) {
    p.arrives(sender, "uc", new InRound(round, new Estimate(new Num(value), early)));
  }

  private static void hears(PageProcess p, int round, int sender, long... values) {
    List<org.deltabed.protocol.Value> seen =
        java.util.Arrays.stream(values)
            .mapToObj(v -> (org.deltabed.protocol.Value) new Num(v))
            .toList();
    p.arrives(sender, "uc", new InRound(round, new Sequence(seen)));
  }

  /** "In each round everybody broadcasts the least value that it knows." */
  @Test
  void theLeastValueIsBroadcast() {
    PageProcess p2 = new PageProcess("C5", 2, 4, 3);
    p2.propose(5);
    assertEquals(List.of("uc sends [1 5]"), p2.took());
    hears(p2, 1, 2, 5, false);
    hears(p2, 1, 1, 3, false);
    hears(p2, 1, 3, 4, false);
    p2.cycleEnds();
    assertEquals(List.of("uc sends [2 3]"), p2.took());
  }

  /**
   * "Who hears as many as in the round before has missed nobody": of round 0 it is n. "It says so
   * in the next round and decides at that round's end".
   */
  @Test
  void whoMissesNobodySaysSoAndDecidesAtTheEndOfTheNextRound() {
    PageProcess p1 = new PageProcess("C5", 1, 3, 2);
    p1.propose(5);
    hears(p1, 1, 1, 5, false);
    hears(p1, 1, 2, 6, false);
    hears(p1, 1, 3, 4, false);
    p1.cycleEnds();
    assertEquals(List.of("uc sends [1 5]", "uc sends [2 4!]"), p1.took());
    hears(p1, 2, 1, 4, true);
    assertEquals(List.of(), p1.took());
    p1.cycleEnds();
    assertEquals(List.of("uc Decide[value=4]"), p1.took());
    p1.cycleEnds();
    assertEquals(List.of(), p1.took());
  }

  /** As many as in the round before, not as many as there are. */
  @Test
  void whoMissesTheSameAsBeforeMissesNobody() {
    PageProcess p1 = new PageProcess("C5", 1, 4, 3);
    p1.propose(5);
    for (int round = 1; round <= 2; round++) {
      for (int q = 1; q <= 3; q++) {
        hears(p1, round, q, 5, false);
      }
      p1.cycleEnds();
    }
    assertEquals(List.of("uc sends [1 5]", "uc sends [2 5]", "uc sends [3 5!]"), p1.took());
  }

  /** "its last message told them that it decides". */
  @Test
  void whoHearsThatAnEstimateIsFinalTakesItOver() {
    PageProcess p1 = new PageProcess("C5", 1, 4, 3);
    p1.propose(5);
    hears(p1, 1, 1, 5, false);
    hears(p1, 1, 2, 3, true);
    p1.cycleEnds();
    assertEquals(List.of("uc sends [1 5]", "uc sends [2 3!]"), p1.took());
  }

  /** "Nobody needs more than f+1 rounds." */
  @Test
  void theLastRoundDecidesInAnyCase() {
    PageProcess p1 = new PageProcess("C5", 1, 3, 1);
    p1.propose(5);
    hears(p1, 1, 1, 5, false);
    hears(p1, 1, 3, 4, false);
    p1.cycleEnds();
    hears(p1, 2, 1, 4, false);
    p1.cycleEnds();
    assertEquals(List.of("uc sends [1 5]", "uc sends [2 4]", "uc Decide[value=4]"), p1.took());
  }

  /** "For f+1 rounds everybody broadcasts the set W of the values that it has seen." */
  @Test
  void floodSetBroadcastsWhatItHasSeenAndDecidesTheLeast() {
    PageProcess p2 = new PageProcess("FS", 2, 3, 1);
    p2.propose(5);
    hears(p2, 1, 2, 5);
    hears(p2, 1, 3, 7);
    p2.cycleEnds();
    assertEquals(List.of("uc sends [1 [5]]", "uc sends [2 [5, 7]]"), p2.took());
    hears(p2, 2, 3, 3, 7);
    p2.cycleEnds();
    assertEquals(List.of("uc Decide[value=3]"), p2.took());
    p2.cycleEnds();
    assertEquals(List.of(), p2.took());
  }

  /** "a closed round stays closed": a message of another round is dropped. */
  @Test
  void aMessageOfAnotherRoundDoesNotCount() {
    PageProcess p2 = new PageProcess("FS", 2, 3, 0);
    p2.propose(5);
    hears(p2, 2, 1, 1);
    hears(p2, 1, 2, 5);
    p2.cycleEnds();
    assertEquals(List.of("uc sends [1 [5]]", "uc Decide[value=5]"), p2.took());
  }

  /** "f+1 leaders in place of n". */
  @Test
  void inSlotsItDecidesAfterTheLastOfTheLeaders() {
    PageProcess p3 = new PageProcess("C5-slots", 3, 4, 1);
    p3.propose(9);
    p3.arrives(1, "uc/beb", 7);
    assertEquals(List.of(), p3.took());
    p3.detects(2);
    assertEquals(List.of("uc Decide[value=7]"), p3.took());
  }

  /** "who is of a lower rank says nothing", and need not have proposed. */
  @Test
  void inSlotsWhoDoesNotLeadIsSilent() {
    PageProcess p4 = new PageProcess("C5-slots", 4, 4, 2);
    p4.detects(1);
    p4.detects(2);
    p4.arrives(3, "uc/beb", 7);
    assertEquals(List.of("uc Decide[value=7]"), p4.took());
    p4.propose(9);
    assertEquals(List.of(), p4.took());
  }
}
