package org.deltabed.protocol.replication.active;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Sequence;
import org.deltabed.protocol.Value;
import org.junit.jupiter.api.Test;

/**
 * "Servers have access to a Byzantine tolerant consensus primitive": four servers, one of which
 * says anything to anybody, agree on who proposed what.
 */
class HearsayTest {
  private static final int SERVERS = 4;
  private static final int LIAR = 2;
  private static final int RUNS = 5_000;

  private static Value anything(Random random, int length) {
    Value[] values = new Value[length];
    for (int i = 0; i < length; i++) {
      values[i] = new Num(random.nextInt(3));
    }
    return Sequence.of(values);
  }

  private static Hearsay[] afterTwoRounds(Random random) {
    Hearsay[] at = new Hearsay[SERVERS + 1];
    for (int p = 1; p <= SERVERS; p++) {
      at[p] = Hearsay.nothing(SERVERS, 2);
    }
    for (int round = 1; round <= 2; round++) {
      Value[] said = new Value[SERVERS + 1];
      for (int p = 1; p <= SERVERS; p++) {
        said[p] = round == 1 ? Sequence.of(new Num(10L * p)) : at[p].of(2, p);
      }
      for (int p = 1; p <= SERVERS; p++) {
        for (int from = 1; from <= SERVERS; from++) {
          boolean lies = from == LIAR && random.nextInt(4) > 0;
          boolean silent = lies && random.nextInt(4) == 0;
          Value what = lies ? anything(random, round == 1 ? 1 : SERVERS - 1) : said[from];
          at[p] = silent ? at[p] : at[p].with(round, from, what);
        }
      }
    }
    return at;
  }

  @Test
  void allDecideOneVectorAndInItWhatTheCorrectOnesProposed() {
    Random random = new Random(1);
    for (int run = 0; run < RUNS; run++) {
      Hearsay[] at = afterTwoRounds(random);
      Sequence first = at[1].resolved();
      for (int p : List.of(1, 3, 4)) {
        assertEquals(first, at[p].resolved());
        assertEquals(new Num(10L * p), first.values().get(p - 1));
      }
    }
  }

  @Test
  void whatIsSaidFirstCounts() {
    Hearsay one = Hearsay.nothing(1, 1).with(1, 1, Sequence.of(new Num(1)));
    assertEquals(one, one.with(1, 1, Sequence.of(new Num(2))));
    assertEquals(Sequence.of(new Num(1)), one.resolved());
  }
}
