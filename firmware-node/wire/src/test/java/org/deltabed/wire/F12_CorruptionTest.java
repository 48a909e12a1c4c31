package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * F12: no frame with one to five wrong bits is accepted, wherever the bits are on the line,
 * delimiters included; and each is counted.
 *
 * <p>Exhaustive through the whole decoder: every error of one to three bits in the shortest frame.
 *
 * <p>Exhaustive by the linearity of the checksum, 10^10 errors in a second: every error of one to
 * five bits in the shortest frame and in a frame with a message, with every way in which wrong bits
 * make and destroy delimiters. Where the framing stands, the checksum finds all of them. Where it
 * changed, a piece of another length may pass the checksum by chance (none does in the shortest
 * frame); each such error goes through the whole decoder, and the length field or the tag rejects
 * it.
 *
 * <p>Exhaustive between the delimiters of the longest frame: every error of one to five bits that
 * makes no delimiter. Those that do, in long frames, are left to {@link F12_RandomErrorsTest}.
 */
class F12_CorruptionTest {
  private static final int FLIPS_MAX = 5;

  @Test
  void every_error_of_one_to_three_bits_in_the_shortest_frame_through_the_decoder() {
    byte[] line = shortest();
    Probe probe = new Probe(line);
    int bits = 8 * line.length;
    for (int a = 0; a < bits; a++) {
      flip(line, a);
      probe.expectRejectedThenRecovered();
      for (int b = 0; b < a; b++) {
        flip(line, b);
        probe.expectRejected();
        for (int c = 0; c < b; c++) {
          flip(line, c);
          probe.expectRejected();
          flip(line, c);
        }
        flip(line, b);
      }
      flip(line, a);
    }
    assertEquals(256 + 32_640 + 2_763_520, probe.probes);
    probe.expectThatTheChecksumSufficed();
  }

  @Test
  void random_errors_of_four_and_five_bits_in_the_shortest_frame_through_the_decoder() {
    byte[] line = shortest();
    Probe probe = new Probe(line);
    Random random = new Random(12);
    for (int i = 0; i < 2_000_000; i++) {
      int[] bits = random.ints(0, 8 * line.length).distinct().limit(4 + i % 2).toArray();
      Arrays.stream(bits).forEach(bit -> flip(line, bit));
      probe.expectRejected();
      Arrays.stream(bits).forEach(bit -> flip(line, bit));
    }
  }

  @Test
  void every_error_of_one_to_five_bits_in_the_shortest_frame_by_linearity() {
    assertEquals(0, passTheChecksum(shortest()));
  }

  @Test
  void every_error_of_one_to_five_bits_in_a_frame_with_a_message_by_linearity() {
    byte[] message = {(byte) 0xc0, 12, 3, 4, 0, 0, 7, 8, 9, 10, 11, 12, 13, 14};
    Frame frame = Fixture.frame(Fixture.LAYOUT).payload(message, 0, message.length);
    int passed = passTheChecksum(Fixture.line(frame));
    assertTrue(passed > 0 && passed < 100, passed + " of 10^10 pass the checksum");
  }

  @Test
  void every_error_of_one_to_five_bits_between_the_delimiters_of_the_longest_frame() {
    SyndromeSpace space = new SyndromeSpace(FrameLayout.FRAME_BYTES_LIMIT - 2);
    assertEquals(2032, space.columns());
    assertFalse(space.twoSumsAreEqual());
    assertTrue(space.everyColumnIsOdd());
  }

  @Test
  void the_syndrome_says_what_the_decoder_says() {
    Random random = new Random(13);
    byte[] line = shortest();
    byte[] chunk = Arrays.copyOfRange(line, 1, line.length - 1);
    assertEquals(0, SyndromeSpace.syndrome(chunk));
    LineCrc crc = new LineCrc();
    for (int i = 0; i < 100_000; i++) {
      byte[] wrong = chunk.clone();
      wrong[random.nextInt(wrong.length)] ^= (byte) random.nextInt(256);
      boolean passes = crc.matches(wrong, 0, wrong.length - FrameLayout.CRC_BYTES);
      assertEquals(passes, SyndromeSpace.syndrome(wrong) == 0);
    }
  }

  /**
   * Tries every piece that wrong bits can cut from the line: the whole chunk; a part of it, where
   * bytes next to it were turned to zero, at the cost of their one bits; the chunk and a byte that
   * was a delimiter before, at the cost of its bits. What is left of the five bits may be anywhere
   * in the piece. Returns how many passed the checksum, after the decoder has rejected each.
   */
  private static int passTheChecksum(byte[] line) {
    int least = FrameLayout.overheadBytes(5) - FrameLayout.DELIMITER_BYTES;
    Map<Integer, SyndromeSpace> spaces = new HashMap<>();
    int passed = 0;
    for (int from = 0; from < line.length; from++) {
      for (int to = from + least; to <= line.length; to++) {
        SyndromeSpace space = spaces.computeIfAbsent(to - from, SyndromeSpace::new);
        assertFalse(space.twoSumsAreEqual());
        if (from == 1 && to == line.length - 1) {
          assertFalse(space.someFivePass());
        } else {
          passed += passTheChecksum(line, from, to, space);
        }
      }
    }
    return passed;
  }

  private static int passTheChecksum(byte[] line, int from, int to, SyndromeSpace space) {
    byte[] wrong = line.clone();
    clear(wrong, from - 1);
    clear(wrong, to);
    Probe probe = new Probe(wrong);
    int[] firsts = from == 0 ? nonZero() : new int[] {line[from]};
    int[] lasts = to == line.length ? nonZero() : new int[] {line[to - 1]};
    for (int first : firsts) {
      for (int last : lasts) {
        wrong[from] = (byte) first;
        wrong[to - 1] = (byte) last;
        int flips = differingBits(line, wrong);
        if (flips <= FLIPS_MAX) {
          assertTrue(flips > 0);
          long syndrome = SyndromeSpace.syndrome(Arrays.copyOfRange(wrong, from, to));
          space.forEachPassing(
              syndrome,
              FLIPS_MAX - flips,
              bits -> {
                Arrays.stream(bits).forEach(bit -> flip(wrong, 8 * from + bit));
                probe.expectRejected();
                Arrays.stream(bits).forEach(bit -> flip(wrong, 8 * from + bit));
              });
        }
      }
    }
    return (int) probe.probes;
  }

  private static void clear(byte[] line, int at) {
    if (at >= 0 && at < line.length) {
      line[at] = 0;
    }
  }

  private static int differingBits(byte[] one, byte[] other) {
    int bits = 0;
    for (int i = 0; i < one.length; i++) {
      bits += Integer.bitCount((one[i] ^ other[i]) & 0xff);
    }
    return bits;
  }

  private static int[] nonZero() {
    return IntStream.rangeClosed(1, 255).toArray();
  }

  private static byte[] shortest() {
    return Fixture.line(Fixture.frame(Fixture.LAYOUT));
  }

  private static void flip(byte[] line, int bit) {
    line[bit / 8] ^= (byte) (1 << (bit % 8));
  }

  /** Feeds the line as it now is, as if another frame came before and after it. */
  private static final class Probe {
    private static final byte[] DELIMITER = {0};
    private final FrameDecoder decoder = new FrameDecoder(Fixture.LAYOUT, Fixture.key());
    private final Fixture.Counted counted = new Fixture.Counted();
    private final byte[] line;
    private final byte[] intact;
    private long probes;

    Probe(byte[] line) {
      this.line = line;
      intact = line.clone();
    }

    void expectRejected() {
      probes++;
      long rejectsBefore = counted.rejects;
      decoder.feed(line, 0, line.length, 0, counted);
      decoder.feed(DELIMITER, 0, 1, 0, counted);
      if (counted.frames != 0 || counted.rejects == rejectsBefore) {
        throw new AssertionError(
            "accepted, or not counted: " + Fixture.hex(line) + " for " + Fixture.hex(intact));
      }
    }

    /** Seeded mistake X14, a checksum that is not checked, would leave its work to the tag. */
    void expectThatTheChecksumSufficed() {
      long byChecksum = decoder.rejected(Reject.CRC) + decoder.rejected(Reject.TOO_SHORT);
      assertEquals(counted.rejects, byChecksum);
    }

    void expectRejectedThenRecovered() {
      expectRejected();
      decoder.feed(intact, 0, intact.length, 0, counted);
      assertEquals(1, counted.frames);
      counted.frames = 0;
    }
  }
}
