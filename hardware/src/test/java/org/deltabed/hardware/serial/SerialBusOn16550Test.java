package org.deltabed.hardware.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.deltabed.hardware.vm.NeedsSerialPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bus on a real serial driver: two 16550 ports that are connected with each other. */
@NeedsSerialPair
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerialBusOn16550Test {

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(16_550).nextBytes(bytes);
    return bytes;
  }

  @Test
  void everyByteArrivesAsItIs() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    for (int baudRate : new int[] {9_600, 115_200}) {
      try (SerialPair pair = SerialPair.open(baudRate, Direction.auto())) {
        pair.left().send(all, 0, all.length);
        assertArrayEquals(all, pair.atRight().await(all.length));
        pair.right().send(all, 100, 50);
        assertArrayEquals(java.util.Arrays.copyOfRange(all, 100, 150), pair.atLeft().await(50));
        assertEquals(0, pair.atRight().losses());
      }
    }
  }

  @Test
  void largeBurstsBothWaysAtOnceArriveWhole() throws Exception {
    byte[] burst = random(65_536);
    try (SerialPair pair = SerialPair.open(115_200, Direction.auto())) {
      Thread other = new Thread(() -> sendPieces(pair.right(), burst));
      other.start();
      sendPieces(pair.left(), burst);
      assertArrayEquals(burst, pair.atRight().await(burst.length));
      assertArrayEquals(burst, pair.atLeft().await(burst.length));
      other.join();
    }
  }

  private static void sendPieces(SerialBus bus, byte[] bytes) {
    try {
      for (int from = 0; from < bytes.length; from += 1_024) {
        bus.send(bytes, from, 1_024);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theDriverIsSetAsAsked() throws Exception {
    for (int baudRate : new int[] {9_600, 57_600, 115_200}) {
      try (SerialPair pair = SerialPair.open(baudRate, Direction.auto())) {
        String settings = stty();
        assertTrue(settings.contains("speed " + baudRate + " baud"), settings);
        String words = " " + settings.replaceAll("[;\\s]+", " ");
        for (String wanted :
            new String[] {
              "cs8",
              "-parenb",
              "-cstopb",
              "-crtscts",
              "-ixon",
              "-ixoff",
              "-echo",
              "-icanon",
              "-opost",
              "-icrnl",
              "-isig",
              "-istrip"
            }) {
          assertTrue(words.contains(" " + wanted + " "), wanted + " in " + settings);
        }
        assertEquals(0, pair.atLeft().now().length);
      }
    }
  }

  private static String stty() throws Exception {
    Process process =
        new ProcessBuilder("stty", "-a", "-F", SerialPair.device(0))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  @Test
  void aPortInUseIsRefused() throws Exception {
    try (SerialBus first = SerialBus.open(SerialPair.device(0), 115_200)) {
      IOException e =
          assertThrows(IOException.class, () -> SerialBus.open(SerialPair.device(0), 115_200));
      assertTrue(e.getMessage().contains(SerialPair.device(0)), e.getMessage());
      assertTrue(e.getMessage().contains("in use"), e.getMessage());
      first.send(new byte[] {1}, 0, 1);
    }
    SerialBus.open(SerialPair.device(0), 115_200).close();
  }

  @Test
  void aDriverWithoutRs485ModeIsRefusedWithARemedy() throws Exception {
    IOException e =
        assertThrows(
            IOException.class, () -> SerialPair.open(115_200, new Direction.Kernel()).close());
    assertTrue(
        e.getMessage().startsWith(SerialPair.device(0) + ": its driver has no RS-485 mode"),
        e.getMessage());
    assertTrue(e.getMessage().contains("direction: auto"), e.getMessage());
    SerialPair.open(115_200, Direction.auto()).close();
  }
}
