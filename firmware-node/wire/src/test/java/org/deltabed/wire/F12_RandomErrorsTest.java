package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * F12: 10^7 random errors in frames of every length. The checksum rejects nearly all, so the tag is
 * hardly ever computed; where it is, it is the second line of defence.
 */
class F12_RandomErrorsTest {
  private static final int ERRORS = 10_000_000;
  private static final byte[] DELIMITER = {0};
  private static final FrameLayout LAYOUT = new FrameLayout(5, FrameLayout.FRAME_BYTES_LIMIT);

  private final SplittableRandom random = new SplittableRandom(1212);
  private final FrameDecoder decoder = new FrameDecoder(LAYOUT, Fixture.key());
  private final Fixture.Counted counted = new Fixture.Counted();

  @Test
  void none_is_accepted_and_all_are_counted() {
    byte[][] lines = lines();
    byte[] wrong = new byte[LAYOUT.frameBytesMax()];
    for (int i = 0; i < ERRORS; i++) {
      byte[] line = lines[random.nextInt(lines.length)];
      System.arraycopy(line, 0, wrong, 0, line.length);
      int length = damage(wrong, line.length);
      long rejectsBefore = counted.rejects;
      decoder.feed(wrong, 0, length, 0, counted);
      decoder.feed(DELIMITER, 0, 1, 0, counted);
      if (counted.frames != 0 || counted.rejects == rejectsBefore) {
        throw new AssertionError("error " + i + " accepted, or not counted");
      }
    }
    long sum = 0;
    for (Reject reason : Reject.values()) {
      sum += decoder.rejected(reason);
    }
    assertEquals(counted.rejects, sum);
    assertTrue(decoder.rejected(Reject.CRC) > 0.6 * ERRORS, "the CRC does the work");
  }

  private byte[][] lines() {
    byte[][] lines = new byte[500][];
    for (int i = 0; i < lines.length; i++) {
      Frame frame = Fixture.frame(LAYOUT).round(i).sender(1 + i % 5);
      frame.payloadBytes(i % (LAYOUT.payloadBytesMax() + 1));
      for (int at = 0; at < frame.payloadBytes(); at++) {
        frame.payload()[at] = (byte) random.nextInt();
      }
      lines[i] = Fixture.line(LAYOUT, Fixture.key(), frame);
    }
    return lines;
  }

  /** Scattered bits, a burst, a cut, or a byte more; never none. Returns the length. */
  private int damage(byte[] line, int length) {
    switch (random.nextInt(8)) {
      case 0 -> {
        int from = random.nextInt(length - 1);
        int to = Math.min(length, from + 1 + random.nextInt(32));
        line[from] ^= (byte) (1 + random.nextInt(255));
        for (int at = from + 1; at < to; at++) {
          line[at] ^= (byte) random.nextInt();
        }
      }
      case 1 -> {
        return 2 + random.nextInt(length - 3);
      }
      case 2 -> {
        int at = 1 + random.nextInt(length - 2);
        System.arraycopy(line, at + 1, line, at, length - at - 1);
        return length - 1;
      }
      default -> {
        int flips = 1 + random.nextInt(12);
        int first = random.nextInt(length);
        line[first] ^= (byte) (1 << random.nextInt(8));
        for (int i = 1; i < flips; i++) {
          int at =
              (first + 1 + random.nextInt(length - 1)) % length; // leaves the first one flipped
          line[at] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return length;
  }
}
