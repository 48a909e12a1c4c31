package org.deltabed.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F41: two nodes on one switch. Node 4 and node 5 of virtual-5 have the powers of each test. */
class F41_PowerRulesTest {

  @Test
  void onePlugForTwoNodes() throws IOException {
    refused("{by: tasmota, topic: plug1}", "{by: tasmota, topic: plug1}")
        .inLine(54)
        .rule("plug plug1 already switches a node in line 48")
        .remedy("its own topic");
    refused("{by: shelly, topic: a}", "{by: shelly, topic: a, generation: 1}").rule("plug a");
    refused(
            "{by: shelly, topic: a, generation: 2}",
            "{by: shelly, topic: a, generation: 3, confirmMs: 9}")
        .rule("plug a");
  }

  @Test
  void plugsOfDifferentMakesHaveTopicsApart() throws IOException {
    read("{by: tasmota, topic: a}", "{by: shelly, topic: a}");
    read("{by: shelly, topic: a}", "{by: shelly, topic: a, generation: 2}");
    read("{by: tasmota, topic: a}", "{by: tasmota, topic: b}");
  }

  @Test
  void oneChannelForTwoNodes() throws IOException {
    refused(board("1", 3, "lcus"), board("1", 3, "lcus"))
        .inLine(54)
        .rule("channel 3 of /dev/ttyUSB1 already switches a node in line 48");
    read(board("1", 3, "lcus"), board("1", 4, "lcus"));
    read(board("1", 3, "lcus"), board("2", 3, "lcus-silent"));
  }

  @Test
  void oneBoardWithTwoProtocols() throws IOException {
    refused(board("1", 3, "lcus"), board("1", 4, "lcus-silent"))
        .inLine(54)
        .rule("/dev/ttyUSB1 speaks lcus in line 48")
        .remedy("one protocol");
    refused(
            "{by: usb-relay, device: /dev/ttyUSB1, channel: 1, protocol: lcus-silent}",
            "{by: usb-relay, device: /dev/ttyUSB1, channel: 2}")
        .rule("speaks lcus-silent");
  }

  /** F38: it may publish all below its prefix. */
  @ParameterizedTest
  @ValueSource(strings = {"deltabed", "deltabed-lab", "cmnd", "stat", "tele", "shellies"})
  void aPrefixThatIsTaken(String topic) throws IOException {
    for (int generation = 2; generation <= 4; generation++) {
      String plug = "{by: shelly, topic: " + topic + ", generation: " + generation + "}";
      refused("process", plug).inLine(54).rule(topic + " is taken").remedy("its id");
    }
    read("{by: shelly, topic: " + topic + "}", "{by: tasmota, topic: " + topic + "}");
  }

  private static String board(String device, int channel, String protocol) {
    return "{by: usb-relay, device: /dev/ttyUSB%s, channel: %d, protocol: %s}"
        .formatted(device, channel, protocol);
  }

  private static Offence refused(String power4, String power5) throws IOException {
    return Offence.in(testbed(power4, power5));
  }

  private static void read(String power4, String power5) throws IOException {
    byte[] yaml = testbed(power4, power5).getBytes(StandardCharsets.UTF_8);
    TestbedFile.of(StrictYaml.parse("t.yaml", yaml));
  }

  private static String testbed(String power4, String power5) throws IOException {
    return Files.readString(Offence.VIRTUAL_5)
        .replace("node4.relay}\n    power: process", "node4.relay}\n    power: " + power4)
        .replace("node5.relay}\n    power: process", "node5.relay}\n    power: " + power5);
  }
}
