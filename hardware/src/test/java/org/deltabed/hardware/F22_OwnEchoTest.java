package org.deltabed.hardware;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.deltabed.hardware.serial.SerialBus;
import org.deltabed.hardware.testing.Received;
import org.deltabed.hardware.virtual.BusSettings;
import org.deltabed.hardware.virtual.LineObserver;
import org.deltabed.hardware.virtual.VirtualBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F22: own echo on a half-duplex line is stripped, and nothing else. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class F22_OwnEchoTest {

  private static final long LATEST_NS = 1_000;
  private final EchoFilter filter = new EchoFilter(256);
  private final byte[] out = new byte[1_024];

  private String receive(String bytes, long arrivalNs) {
    byte[] in = bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    int length = filter.receive(in, in.length, arrivalNs, out);
    return new String(out, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private void send(String bytes) {
    byte[] all = bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    filter.sent(all, 0, all.length, LATEST_NS);
  }

  @Test
  void whatIsNotSentPasses() {
    assertEquals("abc", receive("abc", 1));
  }

  @Test
  void theEchoIsTakenOutInAnyPieces() {
    send("hello");
    assertEquals("", receive("he", 1));
    assertEquals("", receive("l", 2));
    assertTrue(filter.isPending());
    assertEquals("x", receive("lox", 3));
    assertFalse(filter.isPending());
    assertEquals(5, filter.echoedBytes());
    assertEquals(1, filter.completions());
    assertEquals(3, filter.lastCompletionNs());
    assertEquals(0, filter.mismatches());
  }

  @Test
  void foreignBytesBeforeTheEchoPassEvenIfTheyStartLikeIt() {
    send("aab!");
    assertEquals("a", receive("aaa", 1), "the last two could be the echo's start");
    assertEquals("aax", receive("xaab!", 2));
    assertFalse(filter.isPending());
  }

  @Test
  void aSpoiltEchoIsPassedOnAndCountedAtItsDeadline() {
    send("hello");
    assertEquals("heXlo", receive("heXlo", 1));
    assertEquals(0, filter.mismatches());
    assertFalse(filter.expire(LATEST_NS));
    assertTrue(filter.expire(LATEST_NS + 1));
    assertFalse(filter.expire(LATEST_NS + 2));
    assertEquals(1, filter.mismatches());
    assertEquals("hello", receive("hello", LATEST_NS + 3));
  }

  @Test
  void aMissingEchoIsAMismatch() {
    send("hello");
    assertEquals("abc", receive("abc", LATEST_NS + 1));
    assertEquals(1, filter.mismatches());
  }

  @Test
  void noForeignByteIsEverLostOrMovedBehindAnother() {
    Random random = new Random(22);
    for (int run = 0; run < 20_000; run++) {
      EchoFilter fresh = new EchoFilter(16);
      byte[] own = letters(random, 1 + random.nextInt(6));
      byte[] before = letters(random, random.nextInt(8));
      fresh.sent(own, 0, own.length, LATEST_NS);
      ByteArrayOutputStream in = new ByteArrayOutputStream();
      in.writeBytes(before);
      in.writeBytes(own);
      byte[] all = in.toByteArray();
      ByteArrayOutputStream passed = new ByteArrayOutputStream();
      for (int from = 0; from < all.length; ) {
        int size = Math.min(all.length - from, 1 + random.nextInt(3));
        byte[] piece = java.util.Arrays.copyOfRange(all, from, from + size);
        passed.write(out, 0, fresh.receive(piece, size, 1, out));
        from += size;
      }
      assertFalse(fresh.isPending());
      assertArrayEquals(withoutFirst(all, own), passed.toByteArray());
    }
  }

  private static byte[] letters(Random random, int count) {
    byte[] letters = new byte[count];
    for (int i = 0; i < count; i++) {
      letters[i] = (byte) ('a' + random.nextInt(2));
    }
    return letters;
  }

  /** The echo is the first place where all own bytes stand in a row. */
  private static byte[] withoutFirst(byte[] all, byte[] own) {
    int at = 0;
    while (!java.util.Arrays.equals(all, at, at + own.length, own, 0, own.length)) {
      at++;
    }
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.write(all, 0, at);
    rest.write(all, at + own.length, all.length - at - own.length);
    return rest.toByteArray();
  }

  @Test
  void onARealTerminalOnlyTheOthersBytesAreLeft() throws Exception {
    BusSettings echoing = BusSettings.of(115_200).withEcho(true);
    try (VirtualBus bus = new VirtualBus(echoing, new LineObserver() {});
        SerialBus self = SerialBus.open(bus.attach(0), 115_200);
        SerialBus other = SerialBus.open(bus.attach(1), 115_200)) {
      Received raw = new Received();
      Received heard = new Received();
      self.listen(raw);
      other.listen(heard);
      byte[] frame = {0, 1, 2, 3, 0};
      long sentNs = System.nanoTime();
      filter.sent(frame, 0, frame.length, Long.MAX_VALUE);
      self.send(frame, 0, frame.length);
      assertArrayEquals(frame, heard.await(5));
      byte[] echo = raw.await(5);
      assertEquals(0, filter.receive(echo, echo.length, raw.lastArrivalNs(), out));
      assertTrue(filter.lastCompletionNs() - sentNs >= echoing.lineTimeNs(frame.length));
    }
  }
}
