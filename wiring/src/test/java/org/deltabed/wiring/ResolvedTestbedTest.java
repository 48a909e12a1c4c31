package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The canonical JSON, its hash, and the reader that agents use. */
class ResolvedTestbedTest {
  @TempDir Path dir;

  private final Testbed testbed = TestbedFile.load(Path.of("virtual-3.yaml"));

  @Test
  void oneByteForm() {
    assertEquals(
        """
        {"broker":{"embedded":true,"host":"127.0.0.1","port":0,"tls":false},\
        "bus":{"baudRate":1000000,"echo":true,"frameBytesMax":96,"guardNs":4000000,\
        "receiveJitterNs":10000000,"subFrames":2,"turnaroundNs":20000},\
        "clock":{"driftPpmMax":100,"precisionNs":2000000,"shared":true},\
        "format":1,"name":"virtual-3","nodes":[\
        {"id":1,"name":"node1","pins":{"alive":"node1.alive","crash":"node1.crash",\
        "relay":"node1.relay"},"power":"process","serial":"virtual","slot":0},\
        {"id":2,"name":"node2","pins":{"alive":"node2.alive","crash":"node2.crash",\
        "relay":"node2.relay"},"power":"process","serial":"virtual","slot":1},\
        {"id":3,"name":"node3","pins":{"alive":"node3.alive","crash":"node3.crash",\
        "relay":"node3.relay"},"power":"process","serial":"virtual","slot":2}],\
        "pins":{"driver":"virtual"},\
        "receiveJitterRange":{"maxNs":40000000,"measured":true,"minNs":10000000},\
        "slotNsMin":0}\
        """,
        testbed.toJson());
  }

  @Test
  void readsBackEqual() throws IOException {
    Testbed chosen = testbed.withReceiveJitterNs(12_345_678);
    Path file = Files.writeString(dir.resolve("wiring.json"), chosen.toJson());
    Testbed read = ResolvedTestbedReader.read(file);
    assertEquals(chosen, read);
    assertEquals(chosen.hash(), read.hash());
    assertEquals(chosen.toJson(), read.toJson());
  }

  @Test
  void hashIs16HexDigitsAndTellsTestbedsApart() {
    assertTrue(testbed.hash().matches("[0-9a-f]{16}"), testbed.hash());
    assertEquals(testbed.hash(), TestbedFile.load(Path.of("virtual-3.yaml")).hash());
    assertNotEquals(testbed.hash(), testbed.withReceiveJitterNs(10_000_001).hash());
  }

  @Test
  void orderOfTheFileIsNoDifference() throws IOException {
    String yaml = Files.readString(Path.of("virtual-3.yaml"));
    int nodes = yaml.indexOf("nodes:\n");
    String moved = yaml.substring(nodes) + yaml.substring(0, nodes);
    byte[] bytes = moved.getBytes(StandardCharsets.UTF_8);
    assertEquals(testbed.hash(), TestbedFile.of(StrictYaml.parse("m", bytes)).hash());
  }

  /** Whatever the bytes are, they are a testbed or a {@link BadInput}. */
  @Test
  void damagedJson() {
    byte[] good = testbed.toJson().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThrows(BadInput.class, () -> ResolvedTestbedReader.parse("t.json", cut));
    }
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = good.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      try {
        ResolvedTestbedReader.parse("t.json", damaged);
      } catch (BadInput _) {
        // refused: that is the other of the two
      }
    }
  }

  @Test
  void anotherFormatIsRefused() {
    String json = testbed.toJson().replace("\"format\":1", "\"format\":2");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    BadInput error =
        assertThrows(BadInput.class, () -> ResolvedTestbedReader.parse("t.json", bytes));
    assertTrue(error.getMessage().contains("format 2"), error.getMessage());
  }

  /** An agent's memory is tight: in a JVM of its own, reading loads neither databind nor YAML. */
  @Test
  void loadsJacksonCoreOnly() throws Exception {
    Path file = Files.writeString(dir.resolve("wiring.json"), testbed.toJson());
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-verbose:class",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ReadAndHash.class.getName(),
            file.toString());
    File out = dir.resolve("out").toFile();
    Process java =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out).start();
    assertEquals(0, java.waitFor());
    String loaded = Files.readString(out.toPath());
    assertTrue(loaded.contains("hash " + testbed.hash()), loaded);
    for (String heavy : List.of("tools.jackson.databind", "org.snakeyaml", "com.networknt")) {
      assertTrue(!loaded.contains(" " + heavy), heavy);
    }
  }

  /** What an agent does with the file. */
  static final class ReadAndHash {
    public static void main(String[] args) {
      Testbed testbed = ResolvedTestbedReader.read(Path.of(args[0]));
      System.out.println("hash " + testbed.hash() + " " + testbed.timing());
    }
  }
}
