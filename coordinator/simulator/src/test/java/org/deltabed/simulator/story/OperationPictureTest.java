package org.deltabed.simulator.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.deltabed.protocol.Num;
import org.deltabed.protocol.Read;
import org.deltabed.protocol.ReadReturn;
import org.deltabed.protocol.Text;
import org.deltabed.protocol.Write;
import org.deltabed.protocol.WriteReturn;
import org.deltabed.protocol.history.linear.Operation;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class OperationPictureTest {
  private static final Operation WRITE =
      new Operation(1, 0, new Write(new Num(7)), null, 0, Operation.NEVER, List.of());
  private static final Operation FIRST =
      new Operation(2, 0, new Read(), new ReadReturn(new Num(7)), 2, 4, List.of());
  private static final Operation SECOND =
      new Operation(3, 0, new Read(), new ReadReturn(new Text("<old>")), 6, 9, List.of());
  private static final Operation OTHER =
      new Operation(2, 1, new Write(new Num(8)), new WriteReturn(), 9, 12, List.of());

  private static OperationPicture picture() {
    return new OperationPicture(
        List.of(OTHER, WRITE, FIRST, SECOND), List.of(WRITE, FIRST, SECOND));
  }

  @Test
  void barsShowWhatIsOpenWhen() {
    assertEquals(
        """
        * p1 [=======================> write(7)
        * p2     [===]                 read() → 7
        * p3             [===]         read() → "<old>"
          p2                 [===]     write(8)
        """,
        picture().text());
  }

  @Test
  void theDocumentIsWholeAndShowsEveryOperation() throws Exception {
    String svg = picture().svg();
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    for (String text : List.of("write(7)", "read() → 7", "&lt;old&gt;", "do not fit")) {
      assertTrue(svg.contains(text), text);
    }
    assertEquals(3, svg.split("class=\"cited\"", -1).length - 1);
  }
}
