package org.deltabed.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick way must never say other than the parser. */
class CanonicalLineTest {
  private final CanonicalLine canonical = new CanonicalLine();
  private final RecordParser parser = new RecordParser();

  private static byte[] line(TraceRecord record) throws IOException {
    var out = new ByteArrayOutputStream();
    try (JsonLinesWriter writer = new JsonLinesWriter(out)) {
      writer.write(record);
    }
    return Arrays.copyOf(out.toByteArray(), out.size() - 1);
  }

  @Test
  void linesOfTheWriterTakeTheQuickWay() throws IOException {
    for (TraceRecord record : Samples.records().subList(0, Kind.values().length)) {
      byte[] line = line(record);
      assertNotNull(canonical.parse(line, 0, line.length), record.toString());
    }
  }

  @Test
  void whateverItTakesTheParserTakesAndReadsTheSame() throws Exception {
    Random random = new Random(5);
    byte[] letters =
        "0123456789-{}[]\":,\\ .eEtrunklvdaxy\t\u0000\u0001".getBytes(StandardCharsets.US_ASCII);
    int taken = 0;
    for (TraceRecord record : Samples.records()) {
      byte[] line = line(record);
      for (int i = 0; i < 5000; i++) {
        byte[] changed = line.clone();
        for (int k = random.nextInt(2); k >= 0; k--) {
          byte letter =
              random.nextInt(9) == 0
                  ? (byte) random.nextInt()
                  : letters[random.nextInt(letters.length)];
          changed[random.nextInt(changed.length)] = letter;
        }
        int length = random.nextInt(5) == 0 ? random.nextInt(changed.length) : changed.length;
        TraceRecord quick = canonical.parse(changed, 0, length);
        if (quick != null) {
          taken++;
          assertEquals(parser.parse(changed, 0, length), quick);
        }
      }
    }
    assertTrue(taken > 1000);
  }
}
