package org.deltabed.hardware.power;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes of the LCUS protocol, as its maker's notes have them. */
class LcusFramesTest {

  @Test
  void theFramesAreTheMakers() {
    assertArrayEquals(bytes(0xA0, 1, 1, 0xA2), LcusFrames.command(1, true));
    assertArrayEquals(bytes(0xA0, 1, 0, 0xA1), LcusFrames.command(1, false));
    assertArrayEquals(bytes(0xA0, 8, 1, 0xA9), LcusFrames.command(8, true));
    assertArrayEquals(bytes(0xFF), LcusFrames.query());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void anAnswerIsReadInWhateverPiecesItComes() {
    List<String> told = new ArrayList<>();
    LcusFrames frames = new LcusFrames();
    byte[] text =
        "?H\u00ffCH1: ON \r\nCH2:OFF\r\nCH9: ON\r\nCH3: OFF".getBytes(StandardCharsets.ISO_8859_1);
    for (byte one : text) {
      frames.take(new byte[] {one}, 1, (channel, on) -> told.add(channel + " " + on));
    }
    frames.take(new byte[9_000], 9_000, (channel, on) -> told.add("noise"));
    assertEquals(List.of("1 true", "2 false", "3 false"), told);
  }
}
