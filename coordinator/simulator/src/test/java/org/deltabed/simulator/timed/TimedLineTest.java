package org.deltabed.simulator.timed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A byte takes 10 µs, and the first begins 20 µs after it was handed over. */
class TimedLineTest {
  private static final byte[] FRAME = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  private final VirtualTime time = new VirtualTime(0);
  private final List<byte[]> passed = new ArrayList<>();
  private long passedNs;
  private final TimedLine line =
      new TimedLine(
          time,
          Testbeds.own(3),
          1,
          (_, bytes) -> {
            passed.add(bytes);
            passedNs = time.nowNs();
          });

  private void run() {
    while (time.step(Long.MAX_VALUE)) {
      // on to the next event
    }
  }

  @Test
  void bytesTakeTheirTime() {
    line.send(1, FRAME, 0);
    run();
    assertEquals(120_000, passedNs);
    assertArrayEquals(FRAME, passed.getFirst());
  }

  @Test
  void framesOfOneSenderFollowEachOther() {
    line.send(1, FRAME, 0);
    line.send(1, FRAME, 0);
    run();
    assertEquals(220_000, passedNs);
    assertArrayEquals(FRAME, passed.getLast());
  }

  @Test
  void whatOverlapsIsGarbledAndNothingElse() {
    line.send(1, FRAME, 0);
    time.at(50_000, () -> line.send(2, FRAME, 0));
    run();
    byte[] first = passed.getFirst();
    assertArrayEquals(Arrays.copyOf(FRAME, 5), Arrays.copyOf(first, 5));
    byte[] second = passed.getLast();
    for (int i = 0; i < 5; i++) {
      assertTrue(first[5 + i] != FRAME[5 + i] && second[i] != FRAME[i]);
      assertEquals(FRAME[5 + i], second[5 + i]);
    }
  }

  @Test
  void ofWhatIsCutOnlyWholeBytesArePassed() {
    line.send(1, FRAME, 0);
    time.at(69_999, () -> line.cut(1));
    run();
    assertEquals(1, passed.size());
    assertArrayEquals(Arrays.copyOf(FRAME, 4), passed.getFirst());
  }

  @Test
  void aCutBeforeTheFirstByteLeavesNothing() {
    line.send(1, FRAME, 0);
    time.at(29_999, () -> line.cut(1));
    run();
    assertTrue(passed.isEmpty());
  }

  @Test
  void aCutAfterTheLastByteChangesNothing() {
    Transmission sent = line.send(1, FRAME, 0);
    time.at(120_000, () -> line.cut(1));
    run();
    assertEquals(1, passed.size());
    assertTrue(sent.whole());
    assertFalse(sent.garbled);
  }
}
