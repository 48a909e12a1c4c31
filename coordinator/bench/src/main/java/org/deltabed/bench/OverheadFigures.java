package org.deltabed.bench;

import java.util.List;
import org.deltabed.wire.FrameLayout;
import org.deltabed.wiring.Testbed;
import org.deltabed.wiring.Timing;

/** {@code overhead}: what of the line is payload, computed from the default wiring. */
final class OverheadFigures implements Bench {

  private static final int LINE_BITS_PER_BYTE = 10; // 8N1
  private static final double NS_PER_S = 1e9;

  @Override
  public List<Figure> measure(Notes notes) {
    Testbed testbed = DefaultWiring.load();
    FrameLayout layout = new FrameLayout(testbed.n(), testbed.bus().frameBytesMax());
    double payload = layout.payloadBytesMax();
    double frameLineBits = (double) layout.frameBytesMax() * LINE_BITS_PER_BYTE;
    notes.add(
        "overhead: the cycle's line bits are all bit times of the cycle, idle ones too; slots of %s us at the least receive jitter of the wiring, and room in each for %d sub-frames"
            .formatted(Numbers.text(testbed.timing().slotNs() / 1e3), testbed.bus().subFrames()));
    return List.of(
        exact("header", layout.headerBytes(), "bytes"),
        exact("header, tag, checksum, framing", layout.overheadBytes(), "bytes"),
        exact("payload of a full frame", payload, "bytes"),
        exact("header bytes to payload bytes", layout.headerBytes() / payload, "ratio"),
        exact("all overhead to payload bytes", layout.overheadBytes() / payload, "ratio"),
        exact("payload bits per line bit, in the frame", payload * 8 / frameLineBits, "ratio"),
        exact(
            "payload bits per line bit, in the cycle",
            payload * 8 * testbed.n() / cycleLineBits(testbed),
            "ratio"),
        exact("payload of all nodes", bytesPerSecond(testbed, payload), "bytes/s"));
  }

  private static Figure exact(String name, double value, String unit) {
    return Figure.of("overhead", name, Spread.exact(value), unit);
  }

  private static double cycleLineBits(Testbed testbed) {
    Timing timing = testbed.timing();
    return timing.cycleNs() * (testbed.bus().baudRate() / NS_PER_S);
  }

  private static double bytesPerSecond(Testbed testbed, double payload) {
    return payload * testbed.n() * NS_PER_S / testbed.timing().cycleNs();
  }
}
