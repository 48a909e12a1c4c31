package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
  private final FrameDecoder decoder = new FrameDecoder(Fixture.LAYOUT, Fixture.key());
  private final Fixture.Seen seen = new Fixture.Seen();
  private final byte[] one = Fixture.line(Fixture.frame(Fixture.LAYOUT).round(1));
  private final byte[] two = Fixture.line(Fixture.frame(Fixture.LAYOUT).round(2));

  @Test
  void frames_come_out_of_any_pieces() {
    byte[] both = join(one, two);
    for (int piece = 1; piece <= both.length; piece++) {
      seen.frames.clear();
      for (int at = 0; at < both.length; at += piece) {
        decoder.feed(both, at, Math.min(piece, both.length - at), 0, seen);
      }
      assertEquals(2, seen.frames.size());
    }
    assertEquals(List.of(), seen.rejects);
  }

  /** F02: every prefix of a frame, then another frame: the fragment costs only itself. */
  @Test
  void F02_a_torn_fragment_does_not_eat_the_next_frame() {
    for (int cut = 2; cut < one.length - 1; cut++) {
      feed(join(Arrays.copyOf(one, cut), two));
      assertEquals(cut - 1, seen.frames.size());
      assertEquals(cut - 1, seen.rejects.size());
    }
    assertEquals(
        one.length - 3, decoder.rejected(Reject.TOO_SHORT), "one cut byte is too short a chunk");
  }

  @Test
  void bytes_without_end_are_rejected_once_and_held_in_a_bounded_buffer() {
    byte[] endless = new byte[1 << 20];
    Arrays.fill(endless, (byte) 0x55);
    feed(endless);
    assertEquals(List.of(), seen.rejects);
    feed(one);
    assertEquals(List.of(Reject.TOO_LONG), seen.rejects);
    assertEquals(1, seen.frames.size());
  }

  @Test
  void a_frame_longer_than_the_bus_allows_is_too_long_or_contradicts_its_length() {
    FrameLayout longer = new FrameLayout(5, 128);
    feed(Fixture.line(longer, Fixture.key(), Fixture.frame(longer).payloadBytes(65)));
    assertEquals(List.of(Reject.TOO_LONG), seen.rejects);
  }

  @Test
  void another_number_of_processes_contradicts_the_length() {
    FrameLayout nine = new FrameLayout(9, 96);
    feed(Fixture.line(nine, Fixture.key(), Fixture.frame(nine)));
    assertEquals(List.of(Reject.LENGTH), seen.rejects);
  }

  @Test
  void an_exception_of_the_sink_leaves_the_decoder_whole() {
    FrameDecoder.Sink failing =
        new FrameDecoder.Sink() {
          @Override
          public void frame(Frame frame, long arrivalNs) {
            throw new IllegalStateException("test");
          }

          @Override
          public void rejected(Reject reason, int claimedSender, int bytes, long arrivalNs) {}
        };
    assertThrows(IllegalStateException.class, () -> decoder.feed(one, 0, one.length, 0, failing));
    feed(two);
    assertEquals(1, seen.frames.size());
  }

  @Test
  void the_encoder_refuses_what_is_no_frame_of_the_bus() {
    FrameEncoder encoder = new FrameEncoder(Fixture.LAYOUT, Fixture.key());
    byte[] out = new byte[96];
    for (Frame wrong :
        List.of(
            frame().sender(0),
            frame().sender(6),
            frame().addressee(6),
            frame().addressee(2),
            frame().boot(65_536),
            frame().round(-1),
            frame().heard(0b100000),
            frame().payloadBytes(65))) {
      assertThrows(IllegalStateException.class, () -> encoder.encode(wrong, out), wrong::toString);
    }
  }

  private static Frame frame() {
    return Fixture.frame(Fixture.LAYOUT);
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }

  private void feed(byte[] bytes) {
    decoder.feed(bytes, 0, bytes.length, 0, seen);
  }
}
