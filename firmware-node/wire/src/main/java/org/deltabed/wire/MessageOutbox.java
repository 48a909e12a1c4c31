package org.deltabed.wire;

/**
 * The messages that a process has handed to the bus and that are not yet in a frame; bounded. For
 * one thread; allocates nothing.
 */
public final class MessageOutbox {
  /** What became of a message. */
  public enum Offer {
    QUEUED,
    /** Longer than a message may be: receivers would not take it. */
    TOO_LONG,
    /** The queue holds as many messages, or bytes, as it may: the overflow that a run reports. */
    FULL
  }

  private final int messageBytesMax;
  private final byte[] bytes;
  private final int[] lengths;
  private int firstByte;
  private int pendingBytes;
  private int firstMessage;
  private int pendingMessages;
  private int sentOfFirst;
  private long handed;

  /** Room for this many messages and this many bytes in all. */
  public MessageOutbox(int messagesMax, int bytesMax, int messageBytesMax) {
    this.messageBytesMax = messageBytesMax;
    bytes = new byte[bytesMax];
    lengths = new int[messagesMax];
  }

  /**
   * Queues a copy of an encoded message of at least one byte. If {@link Offer#QUEUED}, its number
   * is {@link #handed()} - 1.
   */
  public Offer offer(byte[] message, int offset, int length) {
    if (length < 1) {
      throw new IllegalStateException("a message of " + length + " bytes");
    }
    if (length > messageBytesMax) {
      return Offer.TOO_LONG;
    }
    if (pendingMessages == lengths.length || length > bytes.length - pendingBytes) {
      return Offer.FULL;
    }
    int at = (firstByte + pendingBytes) % bytes.length;
    int untilWrap = Math.min(length, bytes.length - at);
    System.arraycopy(message, offset, bytes, at, untilWrap);
    System.arraycopy(message, offset + untilWrap, bytes, 0, length - untilWrap);
    lengths[(firstMessage + pendingMessages) % lengths.length] = length;
    pendingBytes += length;
    pendingMessages++;
    handed++;
    return Offer.QUEUED;
  }

  /**
   * Moves what fits into the payload of the process's next frame. Sub-frames of one slot carry one
   * payload: fill once, then address it.
   */
  public void fill(Frame frame) {
    byte[] payload = frame.payload();
    int to = 0;
    while (pendingMessages > 0 && payload.length - to > Fragment.HEADER_BYTES) {
      int left = lengths[firstMessage] - sentOfFirst;
      int length = Math.min(left, payload.length - to - Fragment.HEADER_BYTES);
      int first = sentOfFirst == 0 ? Fragment.FIRST : 0;
      int last = length == left ? Fragment.LAST : 0;
      int number = (int) (handed - pendingMessages) & Fragment.NUMBER_MASK;
      payload[to] = (byte) (first | last | number);
      payload[to + 1] = (byte) length;
      take(payload, to + Fragment.HEADER_BYTES, length, length == left);
      to += Fragment.HEADER_BYTES + length;
    }
    frame.payloadBytes(to);
  }

  private void take(byte[] to, int at, int length, boolean whole) {
    int untilWrap = Math.min(length, bytes.length - firstByte);
    System.arraycopy(bytes, firstByte, to, at, untilWrap);
    System.arraycopy(bytes, 0, to, at + untilWrap, length - untilWrap);
    firstByte = (firstByte + length) % bytes.length;
    pendingBytes -= length;
    sentOfFirst += length;
    if (whole) {
      sentOfFirst = 0;
      firstMessage = (firstMessage + 1) % lengths.length;
      pendingMessages--;
    }
  }

  /** Messages queued since the beginning or {@link #clear()}. */
  public long handed() {
    return handed;
  }

  /** Messages of which at least one byte is not yet in a frame. */
  public int pendingMessages() {
    return pendingMessages;
  }

  /**
   * How many frames of the process it takes until everything queued is gone: 1 if it fits the next.
   */
  public int framesPending(int payloadBytesMax) {
    int frames = 1;
    int room = payloadBytesMax;
    for (int i = 0; i < pendingMessages; i++) {
      int left = lengths[(firstMessage + i) % lengths.length] - (i == 0 ? sentOfFirst : 0);
      while (left > 0) {
        if (room <= Fragment.HEADER_BYTES) {
          frames++;
          room = payloadBytesMax;
        }
        int length = Math.min(left, room - Fragment.HEADER_BYTES);
        left -= length;
        room -= Fragment.HEADER_BYTES + length;
      }
    }
    return frames;
  }

  public int pendingBytes() {
    return pendingBytes;
  }

  /** Forgets everything and numbers from 0 again, as at the beginning of a run. */
  public void clear() {
    firstByte = 0;
    pendingBytes = 0;
    firstMessage = 0;
    pendingMessages = 0;
    sentOfFirst = 0;
    handed = 0;
  }
}
