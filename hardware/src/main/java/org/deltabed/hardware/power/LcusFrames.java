package org.deltabed.hardware.power;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said to and by relay boards with the LCUS protocol. A command is {@code A0 channel state
 * sum}, the sum that of the three bytes before it; nothing answers it. The query is the one byte
 * {@code FF}; boards that have it answer by a line of text for each channel, {@code CH1: ON}.
 * Source: the maker's notes (LC Technology, LCUS-1 to LCUS-8) and what others have read from such
 * boards.
 */
final class LcusFrames {

  static final int CHANNELS_MAX = 8;
  private static final byte START = (byte) 0xA0;
  private static final byte QUERY = (byte) 0xFF;
  private static final int TEXT_MAX = 1_024;
  private static final Pattern LINE = Pattern.compile("CH([1-8]):\\s*(ON|OFF)");

  private final StringBuilder text = new StringBuilder();

  /** What a board says of one channel. */
  interface Told {
    void channel(int channel, boolean energised);
  }

  static byte[] command(int channel, boolean energised) {
    int state = energised ? 1 : 0;
    return new byte[] {START, (byte) channel, (byte) state, (byte) (START + channel + state)};
  }

  static byte[] query() {
    return new byte[] {QUERY};
  }

  /** Takes bytes as they come, and tells each channel whose line is complete. */
  void take(byte[] bytes, int length, Told told) {
    text.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    Matcher matcher = LINE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      told.channel(matcher.group(1).charAt(0) - '0', matcher.group(2).equals("ON"));
      end = matcher.end();
    }
    text.delete(0, Math.max(end, text.length() - TEXT_MAX));
  }
}
