package org.deltabed.hardware.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.Pi4J;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.deltabed.hardware.DigitalInput;
import org.deltabed.hardware.DigitalOutput;
import org.deltabed.hardware.pins.Pi4jPins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The board, its protocol and its Pi4J providers, over the real socket. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualPinBoardTest {

  private record Edge(boolean high, long timeNs) {}

  @TempDir Path directory;
  private VirtualPinBoard board;

  @BeforeEach
  void start() throws IOException {
    board = VirtualPinBoard.open(directory.resolve("pins"));
    board.define("a", false);
    board.define("b", true);
  }

  @AfterEach
  void stop() {
    board.close();
  }

  private Pi4jPins connect() throws IOException {
    return new Pi4jPins(VirtualPinsPlugin.newContext(board.socket()));
  }

  @Test
  void onlyTheUserReachesTheSocket() throws Exception {
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(board.socket())));
    try (var files = Files.list(directory)) {
      assertEquals(1, files.count(), "nothing else is left there");
    }
    assertThrows(IOException.class, () -> VirtualPinBoard.open(board.socket()));
  }

  @Test
  void oneDrivesAnotherWatches() throws Exception {
    try (Pi4jPins driver = connect();
        Pi4jPins watcher = connect()) {
      DigitalInput input = watcher.input("a", 1, false);
      BlockingQueue<Edge> edges = new LinkedBlockingQueue<>();
      input.onEdge((high, timeNs) -> edges.add(new Edge(high, timeNs)));
      long beforeNs = System.nanoTime();
      DigitalOutput output = driver.output("a", 1, true);
      Edge edge = edges.poll(5, TimeUnit.SECONDS);
      assertTrue(edge.high());
      assertTrue(edge.timeNs() >= beforeNs && edge.timeNs() <= System.nanoTime());
      assertTrue(input.level());
      output.drive(true);
      output.drive(false);
      assertFalse(edges.poll(5, TimeUnit.SECONDS).high());
      assertEquals(2, board.edges("a"));
    }
  }

  @Test
  void aRequestedLevelThatIsThereAlreadyIsNoEdge() throws Exception {
    try (Pi4jPins pins = connect()) {
      pins.output("b", 1, true);
      assertEquals(0, board.edges("b"));
    }
    assertEquals(0, board.edges("b"));
    assertTrue(board.level("b"));
  }

  @Test
  void aLineHasOneDriver() throws Exception {
    try (Pi4jPins first = connect();
        Pi4jPins second = connect()) {
      DigitalOutput output = first.output("a", 1, false);
      assertThrows(RuntimeException.class, () -> second.output("a", 1, true));
      assertThrows(IllegalStateException.class, () -> board.drive("a", true));
      assertEquals(0, board.edges("a"));
      output.close();
      board.drive("a", true);
      second.output("a", 2, false);
      assertEquals(2, board.edges("a"));
    }
  }

  @Test
  void aLineFallsUnderAClientThatLostItsPower() throws Exception {
    try (Pi4jPins dying = connect();
        Pi4jPins next = connect()) {
      DigitalOutput other = dying.output("a", 2, false);
      dying.output("b", 1, true);
      board.letFall("a");
      board.letFall("b");
      assertFalse(board.level("b"));
      assertEquals(1, board.edges("b"));
      assertFalse(board.isDriven("b"));
      assertThrows(RuntimeException.class, () -> other.drive(true), "the dead drive nothing");
      assertFalse(board.level("a"));
      next.output("b", 1, true); // the next boot
      assertTrue(board.level("b"));
    }
  }

  @Test
  void unknownLinesAreRefused() throws Exception {
    try (Pi4jPins pins = connect()) {
      assertThrows(RuntimeException.class, () -> pins.input("c", 1, false));
    }
    assertThrows(IllegalArgumentException.class, () -> board.drive("c", true));
    assertThrows(IllegalArgumentException.class, () -> board.define("two words", true));
    assertThrows(IllegalStateException.class, () -> board.define("a", true));
  }

  @Test
  void nonsenseIsAnsweredAndEndlessLinesAreNotRead() throws Exception {
    try (SocketChannel raw = SocketChannel.open(UnixDomainSocketAddress.of(board.socket()))) {
      LineChannel client = new LineChannel(raw);
      for (String nonsense :
          new String[] {"", "in", "in c", "set a 1", "out a 2", "fly a", "é a"}) {
        client.write(nonsense);
        assertTrue(client.read().startsWith("err "), nonsense);
      }
      ByteBuffer endless = ByteBuffer.wrap("x".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
      assertThrows(
          IOException.class,
          () -> {
            while (endless.hasRemaining()) {
              raw.write(endless);
            }
            if (client.read() == null) {
              throw new IOException("closed");
            }
          });
    }
    board.drive("a", true);
    assertEquals(1, board.edges("a"));
  }

  @Test
  void aClientThatDoesNotReadIsDroppedAndStopsNobody() throws Exception {
    try (SocketChannel raw = SocketChannel.open(UnixDomainSocketAddress.of(board.socket()))) {
      LineChannel client = new LineChannel(raw);
      client.write("in a");
      assertEquals("ok 0", client.read());
      for (int i = 1; i <= 100_000; i++) {
        board.drive("a", i % 2 == 1);
      }
      assertEquals(100_000, board.edges("a"));
    }
  }

  @Test
  void aNodeHearsThatTheBoardIsGone() throws Exception {
    Pi4jPins pins = connect();
    DigitalOutput output = pins.output("a", 1, false);
    board.close();
    assertThrows(RuntimeException.class, () -> output.drive(true));
  }

  @Test
  void autoDetectionFindsThePluginByItsProperty() throws Exception {
    System.setProperty(VirtualPinsPlugin.SOCKET_PROPERTY, board.socket().toString());
    try (Pi4jPins pins = new Pi4jPins(Pi4J.newAutoContext())) {
      assertTrue(pins.input("b", 1, true).level());
    } finally {
      System.clearProperty(VirtualPinsPlugin.SOCKET_PROPERTY);
    }
  }
}
