package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CobsTest {
  /** Examples of the paper's section 3. */
  @ParameterizedTest
  @CsvSource({
    "'', 01",
    "00, 0101",
    "0000, 010101",
    "11220033, 0311220233",
    "11223344, 0511223344",
    "11000000, 0211010101",
    "45002c4c79004006, 0245042c4c79034006"
  })
  void stuffs_and_unstuffs(String plain, String stuffed) {
    assertEquals(stuffed, HexFormat.of().formatHex(stuff(hex(plain))));
    assertArrayEquals(hex(plain), unstuff(hex(stuffed)));
  }

  @Test
  void every_length_comes_back_and_holds_no_zero() {
    Random random = new Random(1);
    for (int length = 0; length < 600; length++) {
      for (int zerosIn = 1; zerosIn < 300; zerosIn *= 4) {
        byte[] plain = new byte[length];
        for (int i = 0; i < length; i++) {
          plain[i] = (byte) (random.nextInt(zerosIn) == 0 ? 0 : 1 + random.nextInt(255));
        }
        byte[] stuffed = stuff(plain);
        for (byte b : stuffed) {
          assertFalse(b == 0);
        }
        assertArrayEquals(plain, unstuff(stuffed));
      }
    }
  }

  @Test
  void a_body_of_a_frame_costs_one_byte() {
    byte[] worst = new byte[FrameLayout.FRAME_BYTES_LIMIT - 8];
    Arrays.fill(worst, (byte) 1);
    assertEquals(worst.length + FrameLayout.STUFFING_BYTES, stuff(worst).length);
    assertEquals(FrameLayout.STUFFING_BYTES, stuff(new byte[worst.length]).length - worst.length);
  }

  @ParameterizedTest
  @CsvSource({"00", "02", "0511", "020002", "03110022"})
  void malformed_input_is_said(String stuffed) {
    byte[] in = hex(stuffed);
    assertEquals(Cobs.MALFORMED, Cobs.unstuff(in, 0, in.length, new byte[in.length]));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] stuff(byte[] plain) {
    byte[] out = new byte[Cobs.stuffedBytesMax(plain.length)];
    int length = Cobs.stuff(plain, 0, plain.length, out, 0);
    return Arrays.copyOf(out, length);
  }

  private static byte[] unstuff(byte[] stuffed) {
    byte[] out = new byte[stuffed.length];
    int length = Cobs.unstuff(stuffed, 0, stuffed.length, out);
    return Arrays.copyOf(out, length);
  }
}
