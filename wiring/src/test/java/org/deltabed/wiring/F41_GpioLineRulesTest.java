package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** F10, F41: what a Pi's header does not have, or keeps for others. Lines are lab-3-pi4's. */
class F41_GpioLineRulesTest {
  private static final String CRASH1 = "crash: {node: GPIO17, coordinator: GPIO17";
  private static final String SENSE1 = "sense: {node: 3V3, coordinator: GPIO22";
  private static final String RELAY1 = "relay: {coordinator: GPIO12";

  @Test
  void linesThatAreNotOnTheHeader() throws IOException {
    replacing(CRASH1, "crash: {node: GPIO28, coordinator: GPIO17")
        .rule("GPIO28 is not on the 40-pin header")
        .remedy("the chip's numbers");
    replacing(CRASH1, "crash: {node: GPIO17, coordinator: line3").rule("line3 is not on");
    replacing("sync: GPIO21", "sync: GPIO29").rule("GPIO29 is not on");
    replacing(CRASH1, "crash: {node: 3V3, coordinator: GPIO17").rule("a supply rail, not a line");
    replacing(CRASH1, "crash: {node: GND, coordinator: GPIO17").rule("GND is not on");
  }

  @Test
  void linesThatOthersNeed() throws IOException {
    replacing(CRASH1, "crash: {node: GPIO15, coordinator: GPIO17")
        .rule("GPIO15 is a line of the serial port /dev/ttyAMA0")
        .remedy("another line");
    replacing(SENSE1, "sense: {node: 3V3, coordinator: GPIO1").rule("memory of a HAT");
    replacing(SENSE1, "sense: {node: 3V3, coordinator: GPIO2").rule("1.8 kilohm");
  }

  /** The coordinator's UART is free where its tap is on USB. */
  @Test
  void aUartThatIsNotUsedIsFree() throws IOException {
    String taken = lab().replace(SENSE1, "sense: {node: 3V3, coordinator: GPIO15");
    TestbedFile.of(StrictYaml.parse("t.yaml", taken.getBytes(StandardCharsets.UTF_8)));
    Offence.in(taken.replace("tap: /dev/ttyUSB0", "tap: /dev/ttyAMA0")).rule("/dev/ttyAMA0");
  }

  @Test
  void theSenseWireTakesThe3V3Rail() throws IOException {
    replacing(SENSE1, "sense: {node: 5V, coordinator: GPIO22").rule("destroys").remedy("node: 3V3");
  }

  /** A coordinator that starts must neither crash a node nor cut one. */
  @Test
  void whatIdlesLowIsNotPulledUp() throws IOException {
    replacing(CRASH1, "crash: {node: GPIO17, coordinator: GPIO5")
        .rule("GPIO5 is pulled up from power-on, but crash must be low when idle")
        .remedy("GPIO9 to GPIO27");
    replacing(RELAY1, "relay: {coordinator: GPIO6").rule("relay must be low");
    Offence.in(lab().replaceFirst("power: relay", "power: {by: relay, activeLow: true}"))
        .rule("GPIO12 is pulled down from power-on, but relay must be high")
        .remedy("GPIO4 to GPIO8");
  }

  /** Else a node that starts would drive the bus. */
  @Test
  void theLineOfAnAdaptersDriverIsNotPulledUp() throws IOException {
    String pin = lab().replaceFirst("- id: 1\n", "- id: 1\n    direction: pin\n");
    String line = "direction: {node: GPIO18}\n      " + CRASH1;
    read(pin.replaceFirst(Pattern.quote(CRASH1), line));
    Offence.in(pin.replaceFirst(Pattern.quote(CRASH1), line.replace("GPIO18", "GPIO6")))
        .rule("GPIO6 is pulled up from power-on, but direction must be low when idle")
        .remedy("GPIO9 to GPIO27");
  }

  @Test
  void otherBoardsHaveOtherLines() throws IOException {
    String pc =
        lab().replace("  board: pi4\n  tap", "  board: pc\n  tap").replace("GPIO26", "line3");
    TestbedFile.of(StrictYaml.parse("t.yaml", pc.getBytes(StandardCharsets.UTF_8)));
  }

  private static void read(String yaml) {
    TestbedFile.of(StrictYaml.parse("t.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Offence replacing(String text, String by) throws IOException {
    assertTrue(lab().contains(text), text);
    return Offence.in(lab().replace(text, by));
  }

  private static String lab() throws IOException {
    return Files.readString(Path.of("lab-3-pi4.yaml"));
  }
}
