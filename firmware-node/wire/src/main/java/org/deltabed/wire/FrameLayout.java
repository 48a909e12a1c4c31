package org.deltabed.wire;

/**
 * Where things are in a frame of a bus with {@code n} processes whose frames take at most {@code
 * frameBytesMax} bytes on the line, stuffing and delimiters included. See docs/frame-format.md.
 */
public record FrameLayout(int n, int frameBytesMax) {
  /** Version of the format; frames of another version are rejected. */
  public static final int VERSION = 1;

  /** The longest frame for which the tests show that every error of 1 to 5 bits is found. */
  public static final int FRAME_BYTES_LIMIT = 256;

  /** The most processes: their sets are 64-bit words. */
  public static final int PROCESSES_MAX = 64;

  static final int SESSION_AT = 1;
  static final int BOOT_AT = 5;
  static final int ROUND_AT = 7;
  static final int SLOT_AT = 11;
  static final int SENDER_AT = 12;
  static final int ADDRESSEE_AT = 13;
  static final int LENGTH_AT = 14;
  static final int HEARD_AT = 15;
  static final int TAG_BYTES = 8;
  static final int CRC_BYTES = 5; // 32 bits in groups of 7, so that no byte of it is a delimiter
  static final int STUFFING_BYTES = 1; // the body is shorter than 254 bytes
  static final int DELIMITER_BYTES = 2;
  private static final int LINE_BYTES = STUFFING_BYTES + CRC_BYTES + DELIMITER_BYTES;

  public FrameLayout {
    if (n < 1 || n > PROCESSES_MAX) {
      throw new IllegalArgumentException("processes: " + n + ", must be 1 to " + PROCESSES_MAX);
    }
    int least = overheadBytes(n) + 1;
    if (frameBytesMax < least || frameBytesMax > FRAME_BYTES_LIMIT) {
      throw new IllegalArgumentException(
          "frameBytesMax: %d, must be %d to %d with %d processes"
              .formatted(frameBytesMax, least, FRAME_BYTES_LIMIT, n));
    }
  }

  /** Bytes of the bit set of processes that the sender heard. */
  public static int heardBytes(int n) {
    return (n + 7) / 8;
  }

  /** Bytes of the header: 15 and the heard set. */
  public static int headerBytes(int n) {
    return HEARD_AT + heardBytes(n);
  }

  /** Bytes on the line beside the payload, that is the length of an empty frame. */
  public static int overheadBytes(int n) {
    return headerBytes(n) + TAG_BYTES + LINE_BYTES;
  }

  /** The longest payload of a frame that takes {@code frameBytesMax} bytes on the line. */
  public static int payloadBytesMax(int frameBytesMax, int n) {
    return frameBytesMax - overheadBytes(n);
  }

  /** See {@link #headerBytes(int)}. */
  public int headerBytes() {
    return headerBytes(n);
  }

  /** See {@link #overheadBytes(int)}. */
  public int overheadBytes() {
    return overheadBytes(n);
  }

  /** See {@link #payloadBytesMax(int, int)}. */
  public int payloadBytesMax() {
    return payloadBytesMax(frameBytesMax, n);
  }

  /** The set of all processes, as bits: process p is bit p - 1. */
  long allProcesses() {
    return n == PROCESSES_MAX ? -1L : (1L << n) - 1;
  }

  /** Header, payload and tag, the part that is stuffed. */
  int bodyBytesMax() {
    return frameBytesMax - LINE_BYTES;
  }

  int bodyBytesMin() {
    return headerBytes() + TAG_BYTES;
  }

  /** A chunk is what stands between two delimiters. */
  int chunkBytesMax() {
    return frameBytesMax - DELIMITER_BYTES;
  }

  int chunkBytesMin() {
    return overheadBytes() - DELIMITER_BYTES;
  }
}
