package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F41: each rule names file, line, rule and remedy. Lines are those of virtual-5.yaml. */
class F41_TestbedRulesTest {
  @Test
  void unknownKey() throws IOException {
    Offence.replacing("baudRate:", "baudrate:")
        .inLine(5)
        .rule("unknown key 'baudrate' in bus")
        .remedy("did you mean 'baudRate'?");
    Offence.replacing("name: node3", "nmae: node3").inLine(38).rule("in nodes[2]");
    Offence.replacing("alive: node2.alive", "alvie: node2.alive").remedy("'alive'");
    Offence.replacing("guardUs: 4000", "guardUs: 4000\n  wombat: 1").inLine(13).rule("wombat");
  }

  @Test
  void duplicateKey() throws IOException {
    Offence.replacing("guardUs: 4000", "guardUs: 4000\n  baudRate: 9600")
        .inLine(13)
        .rule("key 'baudRate' is already in line 5");
  }

  @Test
  void missingKey() throws IOException {
    Offence.replacing("  guardUs: 4000\n", "")
        .inLine(4)
        .rule("key 'guardUs' is missing in bus")
        .remedy("time at the end of a slot");
  }

  @ParameterizedTest
  @CsvSource({
    "baudRate: 1000000, baudRate: -1, 5, at least 1200",
    "turnaroundUs: 20, turnaroundUs: -20, 8, at least 0",
    "receiveJitterUsMin: 10000, receiveJitterUsMin: -1, 10, at least 4",
    "guardUs: 4000, guardUs: -4000, 12, at least 0",
    "precisionUs: 2000, precisionUs: -1, 15, at least 0",
    "driftPpmMax: 100, driftPpmMax: -1, 16, at least 0",
    "id: 4, id: -4, 43, at least 1",
    "slot: 0, slot: -1, 27, at least 0",
    "subFrames: 4, subFrames: 0, 7, at least 1",
  })
  void negative(String from, String to, int line, String rule) throws IOException {
    Offence.replacing(from, to).inLine(line).rule(rule).remedy("write ");
  }

  @ParameterizedTest
  @CsvSource({
    "guardUs: 4000, guardUs: 4.5, 12, must be of type",
    "guardUs: 4000, guardUs: 1_000, 12, must be of type",
    "guardUs: 4000, guardUs: 0x10, 12, must be of type",
    "guardUs: 4000, guardUs: '4 ms', 12, must be of type",
    "guardUs: 4000, 'guardUs:', 12, is empty",
    "echo: true, echo: yes, 13, must be of type",
    "receiveJitterUs: measured, receiveJitterUs: guessed, 9, must match",
    "kind: embedded, kind: none, 19, must be one of",
    "driver: virtual, driver: magic, 23, must be one of",
    "name: virtual-5, name: ../etc, 3, must match",
    "frameBytesMax: 96, frameBytesMax: 257, 6, at most 256",
  })
  void wrongKindOfValue(String from, String to, int line, String rule) throws IOException {
    Offence.replacing(from, to).inLine(line).rule(rule);
  }

  @Test
  void takenTwice() throws IOException {
    Offence.replacing("id: 4", "id: 2").inLine(43).rule("id 2 is already taken in line 31");
    Offence.replacing("slot: 3", "slot: 1").inLine(45).rule("slot 1 is already taken in line 33");
    Offence.replacing("name: node4", "name: node1").inLine(44).rule("already taken in line 26");
  }

  @Test
  void holeAmongTheSlots() throws IOException {
    Offence.replacing("slot: 4", "slot: 7").inLine(51).rule("hole").remedy("0 to 4");
  }

  @Test
  void pinTwice() throws IOException {
    Offence.replacing("alive: node2.alive", "alive: node1.crash")
        .inLine(35)
        .rule("pin node1.crash is already nodes[0].pins.crash in line 29");
    Offence.replacing("relay: node2.relay", "relay: node2.crash").inLine(35).rule("already");
  }

  @Test
  void tooManyNodes() throws IOException {
    StringBuilder yaml = new StringBuilder(head());
    for (int i = 0; i < 65; i++) {
      yaml.append("  - {id: 1, slot: 0, serial: virtual, power: process}\n");
    }
    Offence.in(yaml.toString()).inLine(24).rule("a list of 65").rule("at most 64");
  }

  @Test
  void noNodes() throws IOException {
    Offence.in(head().replace("nodes:", "nodes: []")).inLine(24).rule("at least 1 items");
    Offence.in(head()).inLine(24).rule("is empty");
  }

  @Test
  void slotTooShortForTheBaudRate() throws IOException {
    // The greatest jitter that a run may choose counts: 20 + 3840 + 40000 + 4000.
    Offence.replacing("guardUs: 4000", "guardUs: 4000\n  slotUs: 47859")
        .inLine(13)
        .rule("slots of 47859 us are too short for 1000000 baud")
        .rule("4 frames of 96 bytes 3840")
        .remedy("at least 47860");
  }

  @Test
  void slotLongEnough() throws IOException {
    String yaml =
        Files.readString(Offence.VIRTUAL_5)
            .replace("guardUs: 4000", "guardUs: 4000\n  slotUs: 47860");
    Testbed testbed =
        TestbedFile.of(StrictYaml.parse("t.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    assertEquals(47_860_000, testbed.timing().slotNs());
  }

  @Test
  void precisionBeyondAQuarterOfTheJitter() throws IOException {
    Offence.replacing("precisionUs: 2000", "precisionUs: 2501")
        .inLine(15)
        .rule("2501 us is more than a quarter of the receive jitter 10000 us")
        .remedy("precision of at most 2500, or a receive jitter of at least 10004");
  }

  @Test
  void driftBeyondThePrecision() throws IOException {
    // 2 x 5000 ppm of 5 x 47860 us
    Offence.replacing("driftPpmMax: 100\n  shared: true ", "driftPpmMax: 5000\n  shared: false ")
        .inLine(16)
        .rule("drift 2393 us apart in a cycle of 239300 us");
  }

  @Test
  void frameTooShortForItsOverhead() throws IOException {
    Offence.replacing("frameBytesMax: 96", "frameBytesMax: 32")
        .inLine(6)
        .rule("the overhead for n = 5 is 32 bytes")
        .remedy("at least 33");
  }

  @Test
  void jitterGivenInTwoWays() throws IOException {
    Offence.replacing("receiveJitterUs: measured", "receiveJitterUs: 9000")
        .inLine(10)
        .rule("receiveJitterUs is a number");
    Offence.replacing("  receiveJitterUsMax: 40000\n", "").inLine(9).rule("Max is missing");
    Offence.replacing("UsMax: 40000", "UsMax: 9999").inLine(11).rule("9999 is below");
  }

  @Test
  void busOfTwoKinds() throws IOException {
    String two = "slot: 4\n    serial: /dev/ttyAMA0";
    Offence.replacing("slot: 4\n    serial: virtual", two).inLine(52).rule("mixed");
  }

  @Test
  void powerThatDoesNotFit() throws IOException {
    String real = "  - {id: 1, slot: 0, serial: /dev/ttyAMA0, power: process}\n";
    Offence.in(head() + real).inLine(25).rule("does not go with serial /dev/ttyAMA0");
    String power = "relay: node5.relay}\n    power: ";
    Offence.replacing(power + "process", power + "{by: tasmota}").inLine(54).rule("needs topic");
    Offence.replacing(power + "process", power + "{by: person, topic: a}")
        .inLine(54)
        .rule("topic is nothing to power by person");
    Offence.replacing(power + "process", power + "{topic: a}").inLine(54).rule("'by'");
    Offence.replacing(power + "process", power + "{by: magic}").inLine(54);
    Offence.in(
            head().replace("driver: virtual", "driver: gpio")
                + "  - {id: 1, slot: 0, serial: /dev/ttyAMA0, power: relay}\n")
        .inLine(25)
        .rule("pins name no relay");
  }

  @Test
  void broker() throws IOException {
    Offence.replacing("host: 127.0.0.1", "host: 0.0.0.0").inLine(20).rule("beyond this machine");
    Offence.replacing("kind: embedded", "kind: external").inLine(18).rule("no port");
    Offence.replacing("port: 0", "port: 0\n  tls: true").inLine(22).rule("no TLS");
  }

  @Test
  void theFirstOffenceInTheFileIsNamed() throws IOException {
    Offence.replacing("baudRate: 1000000\n", "wombat: 1\n").inLine(5).rule("unknown key");
    Offence.replacing("guardUs: 4000\n  echo: true", "guardUs: -1\n  echo: 3").inLine(12);
  }

  /** virtual-5 up to and with the line of {@code nodes:}. */
  private static String head() throws IOException {
    String yaml = Files.readString(Offence.VIRTUAL_5);
    return yaml.substring(0, yaml.indexOf("  - id: 1"));
  }
}
