package org.deltabed.wire;

/** Why a chunk of bytes was no frame for this receiver; in the order in which it is checked. */
public enum Reject {
  /**
   * More bytes without a delimiter than the longest frame has; counted once up to the next
   * delimiter.
   */
  TOO_LONG,
  /** Fewer bytes than the shortest frame has: noise, or a fragment of a frame. */
  TOO_SHORT,
  /** The checksum is wrong: damaged on the line, or cut. */
  CRC,
  /** The checksum is right, but the stuffing is malformed. */
  COBS,
  /** Another version of the format. */
  VERSION,
  /** The length field contradicts the length of the frame. */
  LENGTH,
  /** Another session: a replayed frame, or another testbed on the same bus. */
  SESSION,
  /** The authentication tag is wrong: not sent by a holder of the key. */
  TAG,
  /** The sender is no process of this testbed, or the slot is not the sender's. */
  SENDER_UNKNOWN,
  /** The addressee is no process of this testbed, or the sender itself. */
  ADDRESSEE_UNKNOWN,
  /** Another field is out of its range: kind, round, heard set. */
  HEADER,
  /** It claims to be sent by the receiver: two nodes with one id, or a replayed frame. */
  OWN_SENDER,
  /** A correct frame for another process. No fault where sub-frames are used. */
  OTHER_ADDRESSEE;

  static final int COUNT = values().length;

  /** Place in an array of counts, with which counting allocates nothing. */
  @SuppressWarnings("EnumOrdinal") // never leaves the process
  int index() {
    return ordinal();
  }

  /** Whether the header was read before this reason was found. */
  boolean knowsHeader() {
    return compareTo(COBS) > 0;
  }
}
