package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A million messages, doubled and reordered, count once each. */
class F35_DuplicatesTest {
  private static final int RECORDS = 100_000;
  private static final int SOURCES = 4;

  @Test
  void aMillionMessagesDoubledAndReordered() {
    RecordSequence sequence = new RecordSequence();
    BitSet[] seen = new BitSet[SOURCES];
    for (int i = 0; i < SOURCES; i++) {
      seen[i] = new BitSet(RECORDS);
    }
    long duplicates = 0;
    for (int message : shuffled(new Random(35))) {
      int source = message % SOURCES;
      int seq = message / SOURCES;
      boolean expected = !seen[source].get(seq);
      seen[source].set(seq);
      duplicates += expected ? 0 : 1;
      assertEquals(expected, sequence.add(source / 2 + 1, source % 2 + 1, seq));
    }
    assertEquals(duplicates, sequence.duplicates());
    assertTrue(sequence.gaps().isEmpty());
    for (int source = 0; source < SOURCES; source++) {
      assertEquals(RECORDS, sequence.nextSeq(source / 2 + 1, source % 2 + 1));
    }
  }

  /** Every (source, seq) two or three times, in an order that is anything but the right one. */
  private static int[] shuffled(Random random) {
    int[] messages = new int[1_000_000];
    for (int i = 0; i < messages.length; i++) {
      messages[i] = i % (RECORDS * SOURCES);
    }
    for (int i = messages.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = messages[i];
      messages[i] = messages[other];
      messages[other] = held;
    }
    return messages;
  }
}
