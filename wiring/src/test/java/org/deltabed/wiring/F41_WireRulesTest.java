package org.deltabed.wiring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** F41: rules about wires and their two ends. Lines are those of virtual-lab-3.yaml. */
class F41_WireRulesTest {
  private static final String ALIVE2 = "alive: {node: node2.alive, coordinator: lab.alive2}";

  @Test
  void aLineTwice() throws IOException {
    replacing(ALIVE2, "alive: {node: node2.alive, coordinator: lab.alive1}")
        .rule("pin lab.alive1 is already")
        .remedy("one thing only");
    replacing(ALIVE2, "alive: {node: node2.crash, coordinator: lab.alive2}").rule("node2.crash");
    replacing(ALIVE2, "alive: {node: node2.alive, coordinator: lab.sync}").rule("lab.sync");
  }

  @Test
  void anEndThatIsMissing() throws IOException {
    replacing(ALIVE2, "alive: {node: node2.alive}").rule("alive has no end at the coordinator");
    replacing(ALIVE2, "alive: {coordinator: lab.alive2}").rule("alive has no end at the node");
    replacing("  sync: lab.sync\n", "").rule("nothing drives this SYNC wire");
  }

  @Test
  void direction() throws IOException {
    replacing("id: 2\n", "id: 2\n    direction: pin\n").rule("pins name no direction");
    replacing(ALIVE2, ALIVE2 + "\n      direction: {node: de}").rule("direction is not 'pin'");
  }

  @Test
  void tap() throws IOException {
    replacing("tap: virtual", "tap: /dev/ttyUSB0").rule("not on the nodes' bus");
  }

  @Test
  void mistakesThatCannotBe() throws IOException {
    miswired("{swapped: [1, 1], use: alive}").rule("named twice");
    miswired("{swapped: [1, 9], use: alive}")
        .rule("no node has id 9")
        .remedy("use one of [1, 2, 3]");
    miswired("{swapped: [1, 2]}").rule("which wire is swapped?");
    miswired("{dead: 1, use: relay}").rule("no wire relay with two ends");
    miswired("{dead: 1, use: alive, noTerminator: true}").rule("one mistake");
    miswired("{baudRate: 9600}").rule("whose baudRate?");
    miswired("{noTerminator: true, use: alive}").rule("does not go with");
    miswired("{node: 1, claimsId: 7}").rule("no node has id 7");
  }

  @Test
  void aRealTestbedDoesNothingToItself() {
    Offence.in(
            """
            name: real
            bus: {baudRate: 1000000, frameBytesMax: 96, subFrames: 1, turnaroundUs: 20, receiveJitterUs: 10000, guardUs: 100}
            clock: {precisionUs: 2000, driftPpmMax: 100}
            broker: {kind: embedded}
            nodes:
              - {id: 1, slot: 0, serial: /dev/ttyAMA0, power: person}
            virtual: {miswired: [{noTerminator: true}]}
            """)
        .rule("not virtual");
  }

  private static Offence miswired(String mistake) throws IOException {
    return Offence.in(lab() + "virtual: {miswired: [" + mistake + "]}\n");
  }

  private static Offence replacing(String text, String by) throws IOException {
    assertTrue(lab().contains(text), text);
    return Offence.in(lab().replace(text, by));
  }

  private static String lab() throws IOException {
    return Files.readString(Path.of("virtual-lab-3.yaml"));
  }
}
