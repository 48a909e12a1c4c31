package org.deltabed.protocol.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** multipaxos-pbft-exercise, PBFT: Prepare → Commit. */
class QuorumsTest {
  /** "Slides: n = 3f + 1 ... 2f + 1 = quorum!" */
  @Test
  void ofThreeFPlusOneItIsTwoFPlusOne() {
    for (int f = 0; f <= 20; f++) {
      Quorums quorums = new Quorums(3 * f + 1, f);
      assertEquals(2 * f + 1, quorums.size());
      assertEquals(f + 1, quorums.intersection());
    }
  }

  /** "Exercise: n = kf + 1": the least whose intersection has a correct process in it. */
  @Test
  void ofAnyNItIsTheLeastThatIntersectsInACorrectProcess() {
    for (int f = 1; f <= 6; f++) {
      for (int k = 2; k <= 6; k++) {
        Quorums quorums = new Quorums(k * f + 1, f);
        int least = 0;
        while (2 * least - quorums.n() < f + 1) {
          least++;
        }
        assertEquals(least, quorums.size(), quorums::toString);
        assertTrue(quorums.intersection() > f);
        assertEquals(k >= 3, quorums.isAvailable(), quorums::toString);
      }
    }
  }
}
