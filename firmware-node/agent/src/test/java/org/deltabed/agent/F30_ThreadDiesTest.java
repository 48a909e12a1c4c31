package org.deltabed.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deltabed.agent.core.Halted;
import org.deltabed.hardware.virtual.BusSettings;
import org.deltabed.hardware.virtual.LineObserver;
import org.deltabed.hardware.virtual.VirtualBus;
import org.deltabed.hardware.virtual.VirtualPinBoard;
import org.deltabed.wire.BusKey;
import org.deltabed.wiring.TestbedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F30: a node of which one thread has died halts, and says why; here that of its ALIVE pin. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class F30_ThreadDiesTest {

  private static final String ALIVE = "node1.alive";

  @TempDir Path folder;

  @Test
  void aNodeWhoseAlivePinIsGoneHalts() throws Exception {
    VirtualPinBoard board = VirtualPinBoard.open(folder.resolve("pins"));
    try (VirtualBus bus = new VirtualBus(BusSettings.of(1_000_000), new LineObserver() {})) {
      board.define(ALIVE, false);
      Process agent = start(configure(board, bus.attach(0)));
      try {
        while (board.edges(ALIVE) < 2) {
          assertTrue(agent.isAlive(), this::said);
          Thread.sleep(20);
        }
        board.close();
        assertTrue(agent.waitFor(60, TimeUnit.SECONDS), this::said);
        assertEquals(Halted.FAIL_SILENT, agent.exitValue(), this::said);
        assertTrue(said().contains("failure: java.io.UncheckedIOException"), this::said);
      } finally {
        agent.destroyForcibly();
      }
    } finally {
      board.close();
    }
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Process start(Path configuration) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(AgentLaunch.JVM_FLAGS);
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", classPath, AgentLaunch.MAIN_CLASS));
    command.addAll(List.of("--config", configuration.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** A testbed of this node alone, whose rounds go on without others, and without a broker. */
  private Path configure(VirtualPinBoard board, String terminal) throws IOException {
    Path yaml =
        Files.writeString(
            folder.resolve("one.yaml"),
            """
            name: one
            bus: {baudRate: 1000000, frameBytesMax: 96, subFrames: 1, turnaroundUs: 20, receiveJitterUs: 40000, guardUs: 4000}
            clock: {precisionUs: 2000, driftPpmMax: 100}
            broker: {kind: embedded}
            pins: {driver: virtual}
            nodes:
              - {id: 1, slot: 0, serial: virtual, pins: {alive: %s}, power: process}
            """
                .formatted(ALIVE));
    Path wiring = Files.writeString(folder.resolve("wiring"), TestbedFile.load(yaml).toJson());
    Path key = folder.resolve("key");
    BusKey.create(key);
    Path password = Files.writeString(folder.resolve("password"), "nobody listens");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    Path spool = Files.createDirectory(folder.resolve("spool"));
    return Files.writeString(
        folder.resolve("agent.json"),
        """
        {"node":1,"wiring":"%s","session":"0000000000000001","key":"%s","spool":"%s","serial":"%s","pins":"%s",
        "mqtt":{"url":"tcp://127.0.0.1:1","user":"node1","passwordFile":"%s"}}
        """
            .formatted(wiring, key, spool, terminal, board.socket(), password));
  }
}
