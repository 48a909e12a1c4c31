package org.deltabed.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deltabed.lab.testing.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deltabed wiring draw, pins} and {@code bom}. */
class WiringDrawingCommandsTest {
  private static final String LAB = "../../wiring/lab-3-pi4";

  @TempDir Path dir;

  /** The drawings, tables and lists that lie there are what the commands make. */
  @Test
  void filesOfTheReferenceTestbedAreMade() throws IOException {
    Path out = dir.resolve("wiring.svg");
    CommandLine drawn =
        CommandLine.execute("wiring", "draw", LAB + ".yaml", "--out", out.toString());
    assertEquals(0, drawn.code(), drawn.err());
    assertTrue(drawn.out().contains("Written: " + out), drawn.out());
    assertEquals(Files.readString(Path.of(LAB, "wiring.svg")), Files.readString(out));
    String printed = CommandLine.execute("wiring", "draw", LAB + ".yaml").out();
    assertEquals(Files.readString(out), printed);
    String pins = CommandLine.execute("wiring", "pins", LAB + ".yaml").out();
    assertEquals(Files.readString(Path.of(LAB, "pins.md")), pins);
    String bom = CommandLine.execute("wiring", "bom", LAB + ".yaml").out();
    assertEquals(Files.readString(Path.of(LAB, "bom.csv")), bom);
  }

  @Test
  void aFolderThatIsNotThereIsWrongUsage() {
    String nowhere = dir.resolve("nowhere/wiring.svg").toString();
    CommandLine drawn = CommandLine.execute("wiring", "draw", LAB + ".yaml", "--out", nowhere);
    assertEquals(64, drawn.code());
    assertTrue(drawn.err().contains("Cannot write " + nowhere), drawn.err());
  }
}
