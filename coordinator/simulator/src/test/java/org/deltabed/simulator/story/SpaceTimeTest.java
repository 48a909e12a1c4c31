package org.deltabed.simulator.story;

import static org.deltabed.simulator.story.Executions.crash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Value;
import org.deltabed.protocol.catalogue.Catalogue;
import org.deltabed.protocol.catalogue.Protocol;
import org.deltabed.simulator.run.Execution;
import org.deltabed.simulator.run.LockstepRun;
import org.deltabed.simulator.schedule.LockstepSchedule;
import org.deltabed.simulator.schedule.Setting;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SpaceTimeTest {
  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static int count(String svg, String part) {
    return svg.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void theEventsThatContradictEachOtherStandOut() throws Exception {
    String svg = SpaceTime.of(Executions.inSlots("C2", "X03", 3, 4, crash(1, 0)));
    parsed(svg);
    assertEquals(2, count(svg, "class=\"ring\""));
    assertEquals(1, count(svg, "class=\"conflict\""));
    assertEquals(1, count(svg, "class=\"crash\""));
    assertEquals(2, count(svg, "class=\"cross\""), "p1's frame reaches neither of the others");
    assertTrue(svg.contains("Broken: uc: uniform agreement."));
    assertTrue(svg.contains("9 slots more are not drawn."));
  }

  @Test
  void anAsynchronousRunHasAnArrowForEveryMessageBetweenTwo() throws Exception {
    String svg = SpaceTime.of(Executions.x01());
    parsed(svg);
    assertEquals(2, count(svg, "class=\"message\""));
    assertEquals(1, count(svg, "class=\"lost\""), "p1's message never reaches p2");
    assertEquals(1, count(svg, "class=\"later\""));
    assertEquals(2, count(svg, "class=\"ring\""));
  }

  @Test
  void sameExecutionSamePicture() {
    assertEquals(SpaceTime.of(Executions.x01()), SpaceTime.of(Executions.x01()));
  }

  @Test
  void everyProtocolIsDrawnAndTold() throws Exception {
    for (Protocol protocol : Catalogue.protocols()) {
      int n = 4;
      int f = Math.min(1, protocol.model().crashesMax(n));
      Execution execution =
          f == 0
              ? Executions.inSlots(protocol.id(), "", n, 3 * protocol.cycles())
              : Executions.inSlots(protocol.id(), "", n, 3 * protocol.cycles(), crash(2, 1, 3));
      parsed(SpaceTime.of(execution));
      assertFalse(Story.of(execution, "").isBlank());
    }
  }

  @Test
  void aHostileValueIsTextAndNothingElse() throws Exception {
    String hostile = "</text><script>alert(1)</script>\"'&\u0000\u202e\ud800]]>";
    List<Value> values = List.of(new Text(hostile), new Num(2));
    Setting setting = new Setting("C1", "", 2, 1, values, 1);
    String svg = SpaceTime.of(LockstepRun.run(new LockstepSchedule(setting, 3, List.of())));
    Document document = parsed(svg);
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertTrue(svg.contains("&lt;script&gt;"));
    assertTrue(svg.contains("\\u202e"));
    assertFalse(svg.contains("http://www.w3.org/1999/xlink"));
  }

  @Test
  void aLongRunIsCutAndSaysSo() throws Exception {
    String svg = SpaceTime.of(Executions.inSlots("L1", "", 4, 200));
    parsed(svg);
    assertTrue(count(svg, "class=\"tick\"") <= 2 * 200, "at most 200 slots");
  }
}
