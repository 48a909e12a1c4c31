package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * F17 to F19 as far as a decoder sees them: insertion is rejected by session and tag, masquerade by
 * tag and slot, misaddressing by address. A frame of the same session that is played again has an
 * old round; that is for the receiver to see.
 */
class F17_18_19_ForgeryTest {
  /** Same header length as five processes, so its encoder can say what ours would refuse to. */
  private static final FrameLayout EIGHT = new FrameLayout(8, 96);

  private final FrameDecoder decoder = new FrameDecoder(Fixture.LAYOUT, Fixture.key());
  private final Fixture.Seen seen = new Fixture.Seen();

  @BeforeEach
  void process_four_listens() {
    decoder.onlySession(Fixture.SESSION);
    decoder.onlyFor(4);
  }

  @Test
  void F17_a_frame_of_another_session_is_rejected() {
    feed(Fixture.line(frame().session(Fixture.SESSION + 1)));
    expect(Reject.SESSION, 2);
  }

  @Test
  void F17_a_witness_takes_frames_of_every_session() {
    decoder.everySession();
    feed(Fixture.line(frame().session(1)));
    assertEquals(1, seen.frames.size());
  }

  @Test
  void F17_a_frame_made_without_the_key_is_rejected() {
    BusKey other = BusKey.of(new byte[BusKey.BYTES]);
    feed(Fixture.line(Fixture.LAYOUT, other, frame()));
    expect(Reject.TAG, 2);
  }

  @Test
  void F18_no_bit_of_header_payload_or_tag_can_be_changed_with_the_checksum_put_right() {
    decoder.everySession();
    byte[] line = Fixture.line(frame().payload(new byte[] {1, 2, 3}, 0, 3));
    byte[] body = new byte[line.length];
    int length = Cobs.unstuff(line, 1, line.length - 7, body);
    for (int bit = 0; bit < 8 * length; bit++) {
      body[bit / 8] ^= (byte) (1 << (bit % 8));
      feed(withChecksum(body, length));
      body[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    assertEquals(List.of(), seen.frames);
    assertEquals(
        8L * length,
        decoder.rejected(Reject.VERSION)
            + decoder.rejected(Reject.LENGTH)
            + decoder.rejected(Reject.TAG));
    assertEquals(4, decoder.rejected(Reject.VERSION));
    assertEquals(8, decoder.rejected(Reject.LENGTH));
  }

  @Test
  void F18_a_holder_of_the_key_cannot_be_a_process_that_is_none_or_the_receiver() {
    feed(Fixture.line(EIGHT, Fixture.key(), frame().sender(7)));
    expect(Reject.SENDER_UNKNOWN, 7);
    feed(Fixture.line(frame().sender(4)));
    expect(Reject.OWN_SENDER, 4);
  }

  @Test
  void F18_a_holder_of_the_key_cannot_name_another_slot() {
    byte[] line = Fixture.line(frame());
    byte[] body = new byte[line.length];
    int tagged = Cobs.unstuff(line, 1, line.length - 7, body) - FrameLayout.TAG_BYTES;
    body[FrameLayout.SLOT_AT] = 2;
    new FrameTag(Fixture.key()).append(body, tagged);
    feed(withChecksum(body, tagged + FrameLayout.TAG_BYTES));
    expect(Reject.SENDER_UNKNOWN, 2);
  }

  @Test
  void F19_a_frame_for_another_process_or_for_none_is_rejected() {
    feed(Fixture.line(frame().addressee(3)));
    expect(Reject.OTHER_ADDRESSEE, 2);
    feed(Fixture.line(EIGHT, Fixture.key(), frame().addressee(6)));
    expect(Reject.ADDRESSEE_UNKNOWN, 2);
  }

  @Test
  void F19_a_frame_for_the_receiver_or_for_all_is_taken() {
    feed(Fixture.line(frame().addressee(4)));
    feed(Fixture.line(frame()));
    assertEquals(2, seen.frames.size());
  }

  @Test
  void fields_out_of_their_range_are_rejected() {
    feed(Fixture.line(EIGHT, Fixture.key(), frame().heard(0b100000)));
    expect(Reject.HEADER, 2);
  }

  private static Frame frame() {
    return Fixture.frame(Fixture.LAYOUT);
  }

  private static byte[] withChecksum(byte[] body, int length) {
    byte[] out = new byte[length + 16];
    int stuffed = Cobs.stuff(body, 0, length, out, 1);
    new LineCrc().append(out, 1, stuffed);
    return Arrays.copyOf(out, stuffed + FrameLayout.CRC_BYTES + 2);
  }

  private void feed(byte[] line) {
    decoder.feed(line, 0, line.length, 0, seen);
  }

  private void expect(Reject reason, int claimedSender) {
    assertEquals(List.of(), seen.frames);
    assertEquals(List.of(reason), seen.rejects);
    assertEquals(List.of(claimedSender), seen.claimedSenders);
    assertEquals(1, decoder.rejected(reason));
    seen.rejects.clear();
    seen.claimedSenders.clear();
  }
}
