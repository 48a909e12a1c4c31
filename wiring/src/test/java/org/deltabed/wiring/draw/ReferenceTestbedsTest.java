package org.deltabed.wiring.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deltabed.wiring.NodeSpec;
import org.deltabed.wiring.Testbed;
import org.junit.jupiter.api.Test;

/** The folders of the reference testbeds say what their descriptions say. */
class ReferenceTestbedsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @Test
  void drawingsAreThoseOfTheCode() throws IOException {
    for (String name : Testbeds.REFERENCE) {
      String remedy = "run ./deltabed wiring draw wiring/%s.yaml --out wiring/%s/wiring.svg";
      same(name, "wiring.svg", WiringDrawing.of(Testbeds.named(name)), remedy);
    }
  }

  @Test
  void pinTablesAreThoseOfTheCode() throws IOException {
    for (String name : Testbeds.REFERENCE) {
      String remedy = "run ./deltabed wiring pins wiring/%s.yaml > wiring/%s/pins.md";
      same(name, "pins.md", PinTable.of(Testbeds.named(name)), remedy);
    }
  }

  @Test
  void partsListsAreThoseOfTheCode() throws IOException {
    for (String name : Testbeds.REFERENCE) {
      String remedy = "run ./deltabed wiring bom wiring/%s.yaml > wiring/%s/bom.csv";
      same(name, "bom.csv", PartsList.of(Testbeds.named(name)), remedy);
    }
  }

  @Test
  void thePagesSayTheFigures() throws IOException {
    for (String name : Testbeds.REFERENCE) {
      Testbed testbed = Testbeds.named(name);
      String page = Files.readString(Path.of(name, "README.md"));
      BusBias bias = BusBias.of(testbed);
      assertTrue(page.contains(bias.idleMv() + " mV"), name + ": idle " + bias.idleMv() + " mV");
      assertTrue(page.contains(bias.ohms() + " \u03a9"), name + ": bias " + bias.ohms());
      String baud = String.format("%,d baud", testbed.bus().baudRate());
      assertTrue(page.contains(baud.replace('.', ',')), name + ": " + baud);
      Matcher link = LINK.matcher(page);
      while (link.find()) {
        assertTrue(Files.exists(Path.of(name).resolve(link.group(1))), name + ": " + link.group(1));
      }
    }
  }

  /** One evening's soldering error must not crash or cut a node: see GpioLineRules. */
  @Test
  void allNodesOfATestbedAreWiredAlike() {
    for (String name : Testbeds.REFERENCE) {
      Testbed testbed = Testbeds.named(name);
      for (NodeSpec node : testbed.nodes()) {
        assertEquals(testbed.node(1).pins(), node.pins(), name);
      }
    }
  }

  private static void same(String name, String file, String made, String remedy)
      throws IOException {
    Path path = Path.of(name, file);
    String there = Files.exists(path) ? Files.readString(path) : "";
    assertTrue(
        made.equals(there), path + " is not what the code makes: " + remedy.formatted(name, name));
  }
}
