package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** F12: 10^8 bytes of noise, splices and forgeries; no exception, no frame, every reason seen. */
class F12_FuzzTest {
  private static final long BYTES = 100_000_000;
  private static final FrameLayout LAYOUT = new FrameLayout(5, 128);

  private final SplittableRandom random = new SplittableRandom(88);
  private final FrameDecoder decoder = new FrameDecoder(LAYOUT, Fixture.key());
  private final Fixture.Counted counted = new Fixture.Counted();
  private final LineCrc crc = new LineCrc();
  private final byte[] body = new byte[LAYOUT.bodyBytesMax()];
  private final byte[] out = new byte[LAYOUT.frameBytesMax() + 64];
  private final byte[][] lines = new byte[64][];

  @Test
  void ten_to_the_eighth_bytes() {
    for (int i = 0; i < lines.length; i++) {
      Frame frame = Fixture.frame(LAYOUT).round(i).payloadBytes(i);
      lines[i] = Fixture.line(LAYOUT, Fixture.key(), frame);
    }
    decoder.onlySession(Fixture.SESSION);
    for (long fed = 0; fed < BYTES; ) {
      int length = generate();
      int cut = random.nextInt(length + 1); // bytes come in pieces
      decoder.feed(out, 0, cut, 0, counted);
      decoder.feed(out, cut, length - cut, 0, counted);
      fed += length;
    }
    assertEquals(0, counted.frames);
    long sum = 0;
    for (Reject reason : Reject.values()) {
      sum += decoder.rejected(reason);
    }
    assertEquals(counted.rejects, sum);
    for (Reject reason :
        List.of(
            Reject.TOO_LONG,
            Reject.TOO_SHORT,
            Reject.CRC,
            Reject.COBS,
            Reject.VERSION,
            Reject.LENGTH,
            Reject.SESSION,
            Reject.TAG)) {
      assertTrue(decoder.rejected(reason) > 1000, () -> reason + " " + decoder.rejected(reason));
    }
  }

  private int generate() {
    return switch (random.nextInt(6)) {
      case 0 -> noise(256);
      case 1 -> noise(24);
      case 2 -> splice();
      case 3 -> noiseWithCrc();
      default -> forgery();
    };
  }

  /** Random bytes, of which one in so many is a delimiter. */
  private int noise(int delimiterOneIn) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (random.nextInt(delimiterOneIn) == 0 ? 0 : random.nextInt());
    }
    return out.length;
  }

  /** The beginning of one frame and the end of another. */
  private int splice() {
    byte[] head = lines[random.nextInt(lines.length)];
    byte[] tail = lines[random.nextInt(lines.length)];
    int headBytes = 1 + random.nextInt(head.length - 2);
    int tailBytes = 1 + random.nextInt(Math.min(tail.length - 2, out.length - headBytes));
    System.arraycopy(head, 0, out, 0, headBytes);
    System.arraycopy(tail, tail.length - tailBytes, out, headBytes, tailBytes);
    int length = headBytes + tailBytes;
    // They have much in common: what came out may be one of the two, and rightly accepted.
    return equal(head, length) || equal(tail, length) ? noise(24) : length;
  }

  private boolean equal(byte[] line, int length) {
    return Arrays.equals(line, 0, line.length, out, 0, length);
  }

  /** Random bytes without delimiter, and a checksum that is right. */
  private int noiseWithCrc() {
    int stuffed = LAYOUT.bodyBytesMin() + 1 + random.nextInt(40);
    out[0] = 0;
    for (int i = 1; i <= stuffed; i++) {
      out[i] = (byte) (1 + random.nextInt(i == 1 ? 24 : 255));
    }
    return finish(stuffed);
  }

  /** Right in all but the tag and, often, some header fields. */
  private int forgery() {
    int payloadBytes = random.nextInt(40);
    int length = LAYOUT.bodyBytesMin() + payloadBytes;
    for (int i = 0; i < length; i++) {
      body[i] = (byte) (random.nextInt(4) == 0 ? 0 : random.nextInt());
    }
    if (random.nextInt(8) > 0) {
      body[0] = FrameLayout.VERSION << 4;
    }
    if (random.nextInt(8) > 0) {
      body[FrameLayout.LENGTH_AT] = (byte) payloadBytes;
    }
    if (random.nextInt(8) > 0) {
      BigEndian.putInt(body, FrameLayout.SESSION_AT, Fixture.SESSION);
    }
    out[0] = 0;
    return finish(Cobs.stuff(body, 0, length, out, 1));
  }

  private int finish(int stuffed) {
    crc.append(out, 1, stuffed);
    int end = 1 + stuffed + FrameLayout.CRC_BYTES;
    out[end] = 0;
    return end + 1;
  }
}
