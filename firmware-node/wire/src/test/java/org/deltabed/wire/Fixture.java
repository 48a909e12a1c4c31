package org.deltabed.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A bus of five processes as tests need it, and a sink that keeps what it is given. */
final class Fixture {
  static final int SESSION = 0xc0ffee42;
  static final FrameLayout LAYOUT = new FrameLayout(5, 96);

  private Fixture() {}

  /** The key 00 01 02 .. 1f, as in the golden vectors. */
  static BusKey key() {
    byte[] bytes = new byte[BusKey.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return BusKey.of(bytes);
  }

  static Frame frame(FrameLayout layout) {
    return new Frame(layout).session(SESSION).boot(7).round(1234).sender(2).heard(0b11101);
  }

  static byte[] line(FrameLayout layout, BusKey key, Frame frame) {
    byte[] out = new byte[layout.frameBytesMax()];
    int length = new FrameEncoder(layout, key).encode(frame, out);
    return Arrays.copyOf(out, length);
  }

  static byte[] line(Frame frame) {
    return line(LAYOUT, key(), frame);
  }

  static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  /** What a decoder found, as text. */
  static final class Seen implements FrameDecoder.Sink {
    final List<String> frames = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    final List<Integer> claimedSenders = new ArrayList<>();

    @Override
    public void frame(Frame frame, long arrivalNs) {
      byte[] payload = Arrays.copyOf(frame.payload(), frame.payloadBytes());
      frames.add(frame + " " + hex(payload));
    }

    @Override
    public void rejected(Reject reason, int claimedSender, int bytes, long arrivalNs) {
      rejects.add(reason);
      claimedSenders.add(claimedSender);
    }
  }

  /** What a decoder found, as counts; allocates nothing. */
  static final class Counted implements FrameDecoder.Sink {
    long frames;
    long rejects;

    @Override
    public void frame(Frame frame, long arrivalNs) {
      frames++;
    }

    @Override
    public void rejected(Reject reason, int claimedSender, int bytes, long arrivalNs) {
      rejects++;
    }
  }
}
