package org.deltabed.wire;

/** Writes frames as bytes for the line. For one thread; allocates nothing. */
public final class FrameEncoder {
  private final FrameLayout layout;
  private final FrameTag tag;
  private final LineCrc crc = new LineCrc();
  private final byte[] body;

  public FrameEncoder(FrameLayout layout, BusKey key) {
    this.layout = layout;
    tag = new FrameTag(key);
    body = new byte[layout.bodyBytesMax()];
  }

  /**
   * Writes the frame, delimiters included, to the beginning of {@code out}, which must hold {@code
   * frameBytesMax} bytes, and returns its length.
   *
   * @throws IllegalStateException if a field is out of its range: a fault of the caller
   */
  public int encode(Frame frame, byte[] out) {
    require(frame);
    int header = layout.headerBytes();
    int tagged = header + frame.payloadBytes();
    writeHeader(frame);
    System.arraycopy(frame.payload(), 0, body, header, frame.payloadBytes());
    tag.append(body, tagged);
    out[0] = 0; // ends whatever fragment was on the line before
    int stuffed = Cobs.stuff(body, 0, tagged + FrameLayout.TAG_BYTES, out, 1);
    crc.append(out, 1, stuffed);
    int end = 1 + stuffed + FrameLayout.CRC_BYTES;
    out[end] = 0;
    return end + 1;
  }

  private void writeHeader(Frame frame) {
    body[0] = (byte) ((FrameLayout.VERSION << 4) | frame.kind().code);
    BigEndian.putInt(body, FrameLayout.SESSION_AT, frame.session());
    BigEndian.putShort(body, FrameLayout.BOOT_AT, frame.boot());
    BigEndian.putInt(body, FrameLayout.ROUND_AT, frame.round());
    body[FrameLayout.SLOT_AT] = (byte) frame.slot();
    body[FrameLayout.SENDER_AT] = (byte) frame.sender();
    body[FrameLayout.ADDRESSEE_AT] = (byte) frame.addressee();
    body[FrameLayout.LENGTH_AT] = (byte) frame.payloadBytes();
    for (int i = 0; i < FrameLayout.heardBytes(layout.n()); i++) {
      body[FrameLayout.HEARD_AT + i] = (byte) (frame.heard() >>> (8 * i));
    }
  }

  private void require(Frame frame) {
    int n = layout.n();
    boolean valid =
        frame.sender() >= 1
            && frame.sender() <= n
            && frame.slot() == frame.sender() - 1
            && frame.addressee() >= 0
            && frame.addressee() <= n
            && frame.addressee() != frame.sender()
            && frame.boot() >>> 16 == 0
            && frame.round() >= 0
            && (frame.heard() & ~layout.allProcesses()) == 0
            && frame.payloadBytes() >= 0
            && frame.payloadBytes() <= layout.payloadBytesMax();
    if (!valid) {
      throw new IllegalStateException("no frame of a bus with " + layout + ": " + frame);
    }
  }
}
