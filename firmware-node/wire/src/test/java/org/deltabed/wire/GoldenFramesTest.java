package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The bytes of src/test/resources/golden-frames.txt, read and written. */
class GoldenFramesTest {
  private static final Pattern FIELD = Pattern.compile("(\\w+)=(\\w+)");

  @TestFactory
  Stream<DynamicTest> golden_frames() throws IOException {
    return GoldenFile.read("golden-frames.txt").stream()
        .map(block -> DynamicTest.dynamicTest(block.get("frame"), () -> check(block)));
  }

  private static void check(Map<String, String> golden) {
    String[] numbers = golden.get("layout").split(" ", -1);
    FrameLayout layout =
        new FrameLayout(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    byte[] body = GoldenFile.bytes(golden.get("body"));
    byte[] payload =
        Arrays.copyOfRange(body, layout.headerBytes(), body.length - FrameLayout.TAG_BYTES);
    byte[] line = GoldenFile.bytes(golden.get("line"));

    Fixture.Seen seen = new Fixture.Seen();
    new FrameDecoder(layout, Fixture.key()).feed(line, 0, line.length, 0, seen);
    String expected = golden.get("fields") + " " + Fixture.hex(payload);
    assertEquals(List.of(expected), seen.frames, seen.rejects::toString);

    Frame frame = parse(golden.get("fields"), layout).payload(payload, 0, payload.length);
    assertEquals(golden.get("line"), Fixture.hex(Fixture.line(layout, Fixture.key(), frame)));
  }

  private static Frame parse(String fields, FrameLayout layout) {
    Frame frame = new Frame(layout);
    frame.kind(Frame.Kind.valueOf(fields.substring(0, fields.indexOf(' '))));
    Matcher field = FIELD.matcher(fields);
    while (field.find()) {
      String value = field.group(2);
      switch (field.group(1)) {
        case "session" -> frame.session(HexFormat.fromHexDigits(value));
        case "boot" -> frame.boot(Integer.parseInt(value));
        case "round" -> frame.round(Integer.parseInt(value));
        case "sender" -> frame.sender(Integer.parseInt(value));
        case "addressee" -> frame.addressee(Integer.parseInt(value));
        case "heard" -> frame.heard(Long.parseUnsignedLong(value, 16));
        case "slot", "payloadBytes" -> {} // follow from sender and payload
        default -> throw new IllegalStateException("field " + field.group());
      }
    }
    return frame;
  }
}
