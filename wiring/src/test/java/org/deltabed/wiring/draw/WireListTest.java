package org.deltabed.wiring.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.PinWire;
import org.deltabed.wiring.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every wire of a description is there once, with both its ends; so is what follows from it. */
class WireListTest {
  @TempDir Path dir;

  @Test
  void everyPinOfTheDescription() throws IOException {
    for (Map.Entry<String, Testbed> it : Testbeds.all(dir).entrySet()) {
      List<Wire> wires = WireList.of(it.getValue());
      for (NodeSpec node : it.getValue().nodes()) {
        for (Map.Entry<String, PinWire> pin : node.wires().entrySet()) {
          List<Wire> found =
              wires.stream()
                  .filter(wire -> wire.node().equals(node.name()))
                  .filter(wire -> wire.use().equals(pin.getKey()))
                  .toList();
          assertEquals(1, found.size(), it.getKey() + ": " + node.name() + " " + pin);
          List<String> lines = List.of(pin.getValue().nodeLine(), pin.getValue().coordinatorLine());
          for (String line : lines) {
            Wire wire = found.getFirst();
            boolean there = wire.from().line().equals(line) || wire.to().line().equals(line);
            assertTrue(line.isEmpty() || there, it.getKey() + ": " + wire.sentence());
          }
        }
      }
    }
  }

  @Test
  void noPinOfAHeaderTakesTwoWires() throws IOException {
    for (Map.Entry<String, Testbed> it : Testbeds.all(dir).entrySet()) {
      Set<String> taken = new HashSet<>();
      for (Wire wire : WireList.of(it.getValue())) {
        for (WireEnd end : List.of(wire.from(), wire.to())) {
          assertTrue(
              !end.isHeaderPin() || taken.add(end.place() + end.pin()),
              () -> it.getKey() + ": " + wire.sentence());
        }
      }
    }
  }

  /** Each wire between two boards is limited at the end that drives it. */
  @Test
  void resistors() {
    for (String name : Testbeds.REFERENCE) {
      for (Wire wire : WireList.of(Testbeds.named(name))) {
        boolean signal = Set.of("crash", "alive", "sync", "sense").contains(wire.use());
        if (signal && !wire.node().isEmpty()) {
          boolean many = wire.use().equals("sync") && name.equals("lab-8-zero2w");
          assertEquals(many ? "2.2 k\u03a9" : "1 k\u03a9", wire.resistor(), wire.sentence());
        }
      }
    }
  }

  /** By hand: 3.3 V x 2.5641 mS / (2.5641 + 4/12 + 33.3333) mS = 233.6 mV. */
  @Test
  void theIdleLineIsAOne() throws IOException {
    assertEquals(233, BusBias.of(Testbeds.named("lab-3-pi4")).idleMv());
    for (Testbed testbed : Testbeds.all(dir).values()) {
      BusBias bias = BusBias.of(testbed);
      assertTrue(bias.idleMv() >= BusBias.ONE_MV, bias + " " + bias.idleMv());
      assertTrue(bias.loadOhms() >= 54, bias + " " + bias.loadOhms());
    }
  }

  @Test
  void thePinTableHasEveryWire() throws IOException {
    for (Testbed testbed : Testbeds.all(dir).values()) {
      String table = PinTable.of(testbed);
      for (Wire wire : WireList.of(testbed)) {
        long rows = table.lines().filter(line -> line.startsWith("| " + wire.id() + " ")).count();
        assertEquals(1, rows, wire.sentence());
      }
    }
  }
}
