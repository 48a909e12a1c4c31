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
        "coordinator":{"board":"","chip":"","sync":"","tap":""},\
        "format":2,"name":"virtual-3","nodes":[\
        {"id":1,"made":{"adapter":"","board":"","direction":"auto"},\
        "name":"node1","power":{"by":"process","settings":{}},"serial":"virtual","slot":0,\
        "wires":{"alive":{"colour":"","coordinator":"node1.alive","node":"node1.alive"},\
        "crash":{"colour":"","coordinator":"node1.crash","node":"node1.crash"},\
        "relay":{"colour":"","coordinator":"node1.relay","node":"node1.relay"}}},\
        {"id":2,"made":{"adapter":"","board":"","direction":"auto"},\
        "name":"node2","power":{"by":"process","settings":{}},"serial":"virtual","slot":1,\
        "wires":{"alive":{"colour":"","coordinator":"node2.alive","node":"node2.alive"},\
        "crash":{"colour":"","coordinator":"node2.crash","node":"node2.crash"},\
        "relay":{"colour":"","coordinator":"node2.relay","node":"node2.relay"}}},\
        {"id":3,"made":{"adapter":"","board":"","direction":"auto"},\
        "name":"node3","power":{"by":"process","settings":{}},"serial":"virtual","slot":2,\
        "wires":{"alive":{"colour":"","coordinator":"node3.alive","node":"node3.alive"},\
        "crash":{"colour":"","coordinator":"node3.crash","node":"node3.crash"},\
        "relay":{"colour":"","coordinator":"node3.relay","node":"node3.relay"}}}],\
        "pins":{"driver":"virtual"},\
        "receiveJitterRange":{"maxNs":40000000,"measured":true,"minNs":10000000},\
        "slotNsMin":0,"virtual":{"clocks":[],"miswired":[]}}\
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

  /** Wires with two ends, drivers with settings, skewed clocks and mistakes come back as well. */
  @Test
  void readsALabBackEqual() throws IOException {
    String lab = Files.readString(Path.of("virtual-lab-3.yaml"));
    String more =
        lab.replaceFirst("power: person", "power: {by: tasmota, topic: plug1, confirmMs: 900}")
                .replaceFirst(
                    "serial: virtual", "serial: virtual\n    board: pi4\n    adapter: virtual")
            + """
            virtual:
              clocks: [{node: 2, offsetUs: -5000000, driftPpm: 30}]
              miswired:
                - {swapped: [1, 2], use: alive}
                - {dead: 3, use: crash}
                - {shorted: [2, 3], use: sense}
                - {noTerminator: true}
                - {node: 2, baudRate: 9600}
                - {node: 3, claimsId: 1}
            """;
    Testbed given =
        TestbedFile.of(StrictYaml.parse("t.yaml", more.getBytes(StandardCharsets.UTF_8)));
    assertEquals(6, given.virtual().miswired().size());
    assertEquals("tasmota confirmMs=900 topic=plug1", given.node(1).power().toString());
    byte[] json = given.toJson().getBytes(StandardCharsets.UTF_8);
    assertEquals(given, ResolvedTestbedReader.parse("t.json", json));
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
    String json = testbed.toJson().replace("\"format\":2", "\"format\":1");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    BadInput error =
        assertThrows(BadInput.class, () -> ResolvedTestbedReader.parse("t.json", bytes));
    assertTrue(error.getMessage().contains("format 1"), error.getMessage());
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
