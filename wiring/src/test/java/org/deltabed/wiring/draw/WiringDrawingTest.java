package org.deltabed.wiring.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deltabed.wiring.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** A technician must be able to wire from it: nothing is missing, nothing covers anything. */
class WiringDrawingTest {
  /** A resistor lies in its wire; what is wider is a thing of its own. */
  private static final double RESISTOR_WIDTH = 40;

  @TempDir Path dir;

  @Test
  void everyWireIsDrawnOnceAndNamed() throws Exception {
    for (Map.Entry<String, Testbed> it : Testbeds.all(dir).entrySet()) {
      DrawnPage page = new DrawnPage(WiringDrawing.of(it.getValue()));
      List<String> drawn =
          page.elements("g").stream()
              .filter(group -> group.getAttribute("class").equals("wire"))
              .map(WiringDrawingTest::title)
              .sorted()
              .toList();
      List<String> listed =
          WireList.of(it.getValue()).stream().map(Wire::sentence).sorted().toList();
      assertEquals(listed, drawn, it.getKey());
    }
  }

  /** A wire between the coordinator and a node is long: each of its ends needs its number. */
  @Test
  void longWiresAreLabelledAtBothEnds() throws Exception {
    for (Map.Entry<String, Testbed> it : Testbeds.all(dir).entrySet()) {
      DrawnPage page = new DrawnPage(WiringDrawing.of(it.getValue()));
      for (Wire wire : WireList.of(it.getValue())) {
        if (List.of("crash", "alive", "sense", "sync", "relay").contains(wire.use())
            && !wire.node().isEmpty()) {
          long labels =
              page.texts.stream().filter(text -> text.what().equals(wire.label())).count();
          assertEquals(2, labels, it.getKey() + ": " + wire.sentence());
        }
      }
    }
  }

  @Test
  void noTextCoversAnother() throws Exception {
    for (Map.Entry<String, Testbed> it : Testbeds.all(dir).entrySet()) {
      DrawnPage page = new DrawnPage(WiringDrawing.of(it.getValue()));
      List<String> found = new ArrayList<>();
      for (int i = 0; i < page.texts.size(); i++) {
        DrawnPage.Area text = page.texts.get(i);
        assertTrue(
            text.left() >= 0
                && text.right() <= page.page.right()
                && text.bottom() <= page.page.bottom(),
            () -> it.getKey() + ": off the page: " + text);
        page.texts.subList(i + 1, page.texts.size()).stream()
            .filter(text::overlaps)
            .forEach(other -> found.add(text + " and " + other));
        page.lines.stream()
            .filter(text::overlaps)
            .forEach(line -> found.add(text + " and the wire " + line));
      }
      assertEquals(List.of(), found, it.getKey());
    }
  }

  @Test
  void noWireRunsThroughABox() throws Exception {
    for (Map.Entry<String, Testbed> it : Testbeds.all(dir).entrySet()) {
      DrawnPage page = new DrawnPage(WiringDrawing.of(it.getValue()));
      for (DrawnPage.Area box : page.boxes) {
        if (box.right() - box.left() > RESISTOR_WIDTH) {
          page.lines.forEach(
              line -> assertFalse(line.overlaps(box), () -> it.getKey() + ": " + line + box));
        }
      }
    }
  }

  @Test
  void sameTestbedSameBytes() {
    Testbed testbed = Testbeds.named("lab-8-zero2w");
    assertEquals(WiringDrawing.of(testbed), WiringDrawing.of(Testbeds.named("lab-8-zero2w")));
  }

  /** What a person wrote is text, whatever the description's rules let through some day. */
  @Test
  void textIsNeverMarkup() {
    Sheet sheet = new Sheet();
    sheet.text("", 0, 0, "<script>&\"");
    String svg = sheet.document(10, 10, "<b>");
    assertTrue(svg.contains("&lt;script&gt;&amp;&quot;"), svg);
    assertFalse(svg.contains("<b>"), svg);
  }

  private static String title(Element group) {
    return group.getElementsByTagName("title").item(0).getTextContent();
  }
}
