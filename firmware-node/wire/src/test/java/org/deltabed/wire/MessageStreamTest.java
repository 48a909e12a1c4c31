package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages over frames: split, joined, lost, garbled. */
class MessageStreamTest {
  private static final int MESSAGE_BYTES_MAX = 200;
  private final FrameLayout layout = new FrameLayout(5, 64); // payloads of 32 bytes
  private final MessageOutbox outbox = new MessageOutbox(8, 400, MESSAGE_BYTES_MAX);
  private final MessageInbox inbox = new MessageInbox(MESSAGE_BYTES_MAX);
  private final Frame frame = Fixture.frame(layout);
  private final List<String> seen = new ArrayList<>();
  private int round;

  private final MessageInbox.Sink sink =
      new MessageInbox.Sink() {
        @Override
        public void message(int sender, long number, byte[] bytes, int offset, int length) {
          byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
          seen.add(number + ":" + Arrays.hashCode(copy) + "/" + length);
        }

        @Override
        public void fault(int sender, StreamFault fault) {
          seen.add(fault.toString());
        }
      };

  @Test
  void several_short_messages_share_a_frame() {
    offer(10);
    offer(5);
    offer(9);
    sendRound();
    assertEquals(List.of(text(0, 10), text(1, 5), text(2, 9)), seen);
    assertEquals(0, outbox.pendingMessages());
    assertEquals(3, outbox.handed());
  }

  @Test
  void a_long_message_takes_several_rounds_and_the_next_begins_behind_it() {
    offer(70);
    offer(8);
    sendRound();
    sendRound();
    assertEquals(List.of(), seen);
    sendRound();
    assertEquals(List.of(text(0, 70), text(1, 8)), seen);
  }

  @Test
  void every_message_arrives_once_in_order_whatever_the_lengths() {
    Random random = new Random(5);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int length = 1 + random.nextInt(1 + random.nextInt(MESSAGE_BYTES_MAX));
      if (random.nextInt(3) > 0 && offerRandom(random, length) == MessageOutbox.Offer.QUEUED) {
        expected.add(text((int) outbox.handed() - 1, length));
      }
      sendRound();
    }
    while (outbox.pendingMessages() > 0) {
      sendRound();
    }
    assertTrue(expected.size() > 3000);
    assertEquals(expected, seen);
  }

  @Test
  void overflow_is_typed_and_loses_nothing_that_was_queued() {
    assertEquals(MessageOutbox.Offer.TOO_LONG, tryOffer(MESSAGE_BYTES_MAX + 1));
    assertEquals(MessageOutbox.Offer.QUEUED, tryOffer(200));
    assertEquals(MessageOutbox.Offer.QUEUED, tryOffer(199));
    assertEquals(MessageOutbox.Offer.FULL, tryOffer(2));
    assertEquals(MessageOutbox.Offer.QUEUED, tryOffer(1));
    assertEquals(400, outbox.pendingBytes());
    outbox.clear();
    for (int i = 0; i < 8; i++) {
      offer(1);
    }
    assertEquals(MessageOutbox.Offer.FULL, tryOffer(1));
    assertEquals(8, outbox.handed());
    assertThrows(IllegalStateException.class, () -> tryOffer(0));
  }

  @Test
  void a_lost_frame_costs_the_messages_in_it_and_numbers_stay_true() {
    offer(70);
    offer(8);
    sendRound();
    loseRound();
    sendRound();
    assertEquals(List.of("CUT_MESSAGE", text(1, 8)), seen);
    offer(3);
    offer(4);
    loseRound();
    offer(5);
    sendRound();
    assertEquals(List.of("CUT_MESSAGE", text(1, 8), "LOST_MESSAGES", text(4, 5)), seen);
  }

  @Test
  void a_lost_beginning_is_said_once() {
    offer(100);
    offer(6);
    loseRound();
    sendRound();
    sendRound();
    sendRound();
    assertEquals(List.of("NO_BEGINNING", "LOST_MESSAGES", text(1, 6)), seen);
  }

  @Test
  void a_repeated_frame_is_dropped() {
    offer(6);
    sendRound();
    inbox.accept(frame, sink);
    assertEquals(List.of(text(0, 6), "REPEATED_ROUND"), seen);
    assertEquals(1, inbox.faults(StreamFault.REPEATED_ROUND));
  }

  @Test
  void a_run_begins_at_number_0_again() {
    offer(100);
    sendRound();
    outbox.clear();
    inbox.clear();
    round = 0;
    offer(7);
    sendRound();
    assertEquals(List.of(text(0, 7)), seen);
  }

  @Test
  void garbage_is_said_and_survived() {
    payload(0xc0, 0);
    payload(0xc0, 31, 1);
    payload(0xc0);
    assertEquals(3, inbox.faults(StreamFault.FRAGMENT_LENGTH));
    byte[] endless = new byte[32];
    for (int i = 0; i < 9; i++) {
      endless[0] = (byte) (i == 0 ? Fragment.FIRST : 0);
      endless[1] = 30;
      inbox.accept(frame.round(round++).payload(endless, 0, 32), sink);
    }
    assertEquals(1, inbox.faults(StreamFault.TOO_LONG));
    assertEquals(4, seen.size());
  }

  @Test
  void random_payloads_throw_nothing_and_give_bounded_messages() {
    Random random = new Random(6);
    byte[] noise = new byte[32];
    for (int i = 0; i < 200_000; i++) {
      seen.clear();
      random.nextBytes(noise);
      noise[1] &= 0x0f;
      round += random.nextInt(10) == 0 ? 2 : 1;
      inbox.accept(frame.round(round).payload(noise, 0, random.nextInt(33)), sink);
      assertTrue(seen.size() <= 32);
    }
    assertTrue(inbox.faults(StreamFault.CUT_MESSAGE) > 1000);
    assertTrue(inbox.faults(StreamFault.NO_BEGINNING) > 1000);
    assertTrue(inbox.faults(StreamFault.LOST_MESSAGES) > 1000);
    assertTrue(inbox.faults(StreamFault.FRAGMENT_LENGTH) > 1000);
  }

  private void payload(int... bytes) {
    byte[] payload = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      payload[i] = (byte) bytes[i];
    }
    inbox.accept(frame.round(round++).payload(payload, 0, payload.length), sink);
  }

  private void offer(int length) {
    assertEquals(MessageOutbox.Offer.QUEUED, tryOffer(length));
  }

  private MessageOutbox.Offer offerRandom(Random random, int length) {
    int offset = random.nextInt(5);
    byte[] bytes = new byte[offset + length];
    System.arraycopy(bytesOf(length), 0, bytes, offset, length);
    return outbox.offer(bytes, offset, length);
  }

  private MessageOutbox.Offer tryOffer(int length) {
    return outbox.offer(bytesOf(length), 0, length);
  }

  private static byte[] bytesOf(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static String text(int number, int length) {
    return number + ":" + Arrays.hashCode(bytesOf(length)) + "/" + length;
  }

  private void sendRound() {
    loseRound();
    inbox.accept(frame, sink);
  }

  private void loseRound() {
    outbox.fill(frame.round(round++));
  }
}
