package org.deltabed.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameLayoutTest {
  /** The table of docs/frame-format.md. */
  @ParameterizedTest
  @CsvSource({"3, 32, 64", "5, 32, 64", "8, 32, 64", "9, 33, 63", "16, 33, 63", "64, 39, 57"})
  void overhead_and_payload_of_96_byte_frames(int n, int overheadBytes, int payloadBytes) {
    assertEquals(overheadBytes, FrameLayout.overheadBytes(n));
    assertEquals(payloadBytes, FrameLayout.payloadBytesMax(96, n));
  }

  @Test
  void an_empty_frame_is_the_overhead_and_a_full_one_the_longest_frame() {
    Frame frame = Fixture.frame(Fixture.LAYOUT);
    assertEquals(FrameLayout.overheadBytes(5), Fixture.line(frame).length);
    assertEquals(96, Fixture.line(frame.payloadBytes(64)).length);
  }

  @Test
  void the_longest_frame_of_all_takes_any_payload() {
    FrameLayout layout = new FrameLayout(64, FrameLayout.FRAME_BYTES_LIMIT);
    Frame frame = Fixture.frame(layout).payloadBytes(layout.payloadBytesMax());
    for (int fill : new int[] {0, 1, 0xff}) {
      Arrays.fill(frame.payload(), (byte) fill);
      assertEquals(256, Fixture.line(layout, Fixture.key(), frame).length);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 96", "65, 96", "5, 32", "5, 257", "5, -1"})
  void impossible_layouts_are_refused(int n, int frameBytesMax) {
    assertThrows(IllegalArgumentException.class, () -> new FrameLayout(n, frameBytesMax));
  }
}
