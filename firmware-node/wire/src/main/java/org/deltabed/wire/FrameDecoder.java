package org.deltabed.wire;

/**
 * Finds the frames in a stream of bytes, whatever the bytes are. For one thread; allocates nothing.
 *
 * <p>A damaged chunk costs no more than itself: decoding goes on at the next delimiter. Whether a
 * frame comes at its time, and in the right order, is for the receiver of {@link Sink#frame} to
 * judge.
 */
public final class FrameDecoder {
  /** Takes what the decoder found. Must not feed the decoder that calls it. */
  public interface Sink {
    /** A correct frame; the object is the decoder's, valid during the call. */
    void frame(Frame frame, long arrivalNs);

    /**
     * A chunk that was no frame.
     *
     * @param claimedSender the sender field where the checksum was right, else 0; believe it only
     *     if the reason comes after {@link Reject#TAG}
     * @param bytes its length as far as it was read, without delimiters
     */
    void rejected(Reject reason, int claimedSender, int bytes, long arrivalNs);
  }

  private final FrameLayout layout;
  private final FrameTag tag;
  private final LineCrc crc = new LineCrc();
  private final Frame frame;
  private final byte[] chunk;
  private final byte[] body;
  private final long[] rejected = new long[Reject.COUNT];
  private long accepted;
  private int chunkBytes;
  private boolean overlong;
  private boolean anySession = true;
  private int session;
  private int self;

  /** A decoder that takes frames of every session and for every addressee, as a witness does. */
  public FrameDecoder(FrameLayout layout, BusKey key) {
    this.layout = layout;
    tag = new FrameTag(key);
    frame = new Frame(layout);
    chunk = new byte[layout.chunkBytesMax()];
    body = new byte[layout.chunkBytesMax()];
  }

  /** From now on rejects frames of other sessions. */
  public void onlySession(int only) {
    anySession = false;
    session = only;
  }

  /** From now on takes frames of every session. */
  public void everySession() {
    anySession = true;
  }

  /** From now on rejects frames from {@code process} itself and those for others. */
  public void onlyFor(int process) {
    self = process;
  }

  /** How many frames were given to the sink. */
  public long accepted() {
    return accepted;
  }

  /** How many chunks were rejected for this reason. */
  public long rejected(Reject reason) {
    return rejected[reason.index()];
  }

  /** Forgets a chunk that has begun, for instance after the line was lost. */
  public void reset() {
    chunkBytes = 0;
    overlong = false;
  }

  /** Reads bytes that were complete at {@code arrivalNs}. */
  public void feed(byte[] bytes, int offset, int length, long arrivalNs, Sink sink) {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      int delimiter = from;
      while (delimiter < end && bytes[delimiter] != 0) {
        delimiter++;
      }
      append(bytes, from, delimiter - from);
      if (delimiter < end) {
        finishChunk(arrivalNs, sink);
      }
      from = delimiter + 1;
    }
  }

  private void append(byte[] bytes, int from, int length) {
    int taken = Math.min(length, chunk.length - chunkBytes);
    System.arraycopy(bytes, from, chunk, chunkBytes, taken);
    chunkBytes += taken;
    overlong |= taken < length;
  }

  private void finishChunk(long arrivalNs, Sink sink) {
    int length = chunkBytes;
    if (length == 0) {
      return; // the end of one frame and the beginning of the next
    }
    boolean tooLong = overlong;
    reset(); // before the sink runs, lest its exception leave half a chunk behind
    Reject reason = tooLong ? Reject.TOO_LONG : decode(length);
    if (reason == null) {
      accepted++;
      sink.frame(frame, arrivalNs);
    } else {
      rejected[reason.index()]++;
      int sender = reason.knowsHeader() ? body[FrameLayout.SENDER_AT] & 0xff : 0;
      sink.rejected(reason, sender, length, arrivalNs);
    }
  }

  /** Null if the chunk is a frame for this receiver. */
  private Reject decode(int length) {
    if (length < layout.chunkBytesMin()) {
      return Reject.TOO_SHORT;
    }
    int stuffed = length - FrameLayout.CRC_BYTES;
    if (!crc.matches(chunk, 0, stuffed)) {
      return Reject.CRC;
    }
    int bodyBytes = Cobs.unstuff(chunk, 0, stuffed, body);
    if (bodyBytes < layout.bodyBytesMin()) { // or malformed
      return Reject.COBS;
    }
    return decodeBody(bodyBytes);
  }

  private Reject decodeBody(int bodyBytes) {
    if ((body[0] & 0xff) >>> 4 != FrameLayout.VERSION) {
      return Reject.VERSION;
    }
    int tagged = bodyBytes - FrameLayout.TAG_BYTES;
    int payloadBytes = body[FrameLayout.LENGTH_AT] & 0xff;
    if (layout.headerBytes() + payloadBytes != tagged) {
      return Reject.LENGTH;
    }
    if (!anySession && BigEndian.getInt(body, FrameLayout.SESSION_AT) != session) {
      return Reject.SESSION;
    }
    if (!tag.matches(body, tagged)) {
      return Reject.TAG;
    }
    readFrame(payloadBytes);
    return judgeFields();
  }

  private void readFrame(int payloadBytes) {
    long heard = 0;
    for (int i = 0; i < FrameLayout.heardBytes(layout.n()); i++) {
      heard |= (body[FrameLayout.HEARD_AT + i] & 0xffL) << (8 * i);
    }
    frame
        .kind(Frame.Kind.of(body[0] & 0x0f))
        .session(BigEndian.getInt(body, FrameLayout.SESSION_AT))
        .boot(BigEndian.getUnsignedShort(body, FrameLayout.BOOT_AT))
        .round(BigEndian.getInt(body, FrameLayout.ROUND_AT))
        .sender(body[FrameLayout.SENDER_AT] & 0xff)
        .addressee(body[FrameLayout.ADDRESSEE_AT] & 0xff)
        .heard(heard)
        .payload(body, layout.headerBytes(), payloadBytes);
  }

  private Reject judgeFields() {
    int sender = frame.sender();
    int addressee = frame.addressee();
    if (sender < 1 || sender > layout.n() || body[FrameLayout.SLOT_AT] != sender - 1) {
      return Reject.SENDER_UNKNOWN;
    }
    if (addressee > layout.n() || addressee == sender) {
      return Reject.ADDRESSEE_UNKNOWN;
    }
    if (frame.kind() == null
        || frame.round() < 0
        || (frame.heard() & ~layout.allProcesses()) != 0) {
      return Reject.HEADER;
    }
    if (self != 0 && sender == self) {
      return Reject.OWN_SENDER;
    }
    return self != 0 && addressee != 0 && addressee != self ? Reject.OTHER_ADDRESSEE : null;
  }
}
