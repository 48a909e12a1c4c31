package org.deltabed.wire;

/**
 * One frame, decoded; mutable, to be used again and again by one thread. Not checked here: {@link
 * FrameEncoder} refuses fields out of range, {@link FrameDecoder} rejects them.
 */
public final class Frame {
  /** What a frame is for; the code is its number on the wire. */
  public enum Kind {
    /** Sent in its sender's slot of a running cluster. */
    NORMAL(0),
    /** Sent by a node that heard nobody and proposes its own time (start-up without a master). */
    COLD_START(1);

    final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The kind with this code, or null. */
    static Kind of(int code) {
      return code == 0 ? NORMAL : code == 1 ? COLD_START : null;
    }
  }

  private final byte[] payload;
  private Kind kind = Kind.NORMAL;
  private int session;
  private int boot;
  private int round;
  private int slot;
  private int sender = 1;
  private int addressee;
  private long heard;
  private int payloadBytes;

  /** A frame for a bus of this layout, whose payload may be as long as the layout allows. */
  public Frame(FrameLayout layout) {
    payload = new byte[layout.payloadBytesMax()];
  }

  public Kind kind() {
    return kind;
  }

  public Frame kind(Kind value) {
    kind = value;
    return this;
  }

  /** Tells this session's frames from those of other sessions and testbeds; 32 bits, any value. */
  public int session() {
    return session;
  }

  public Frame session(int value) {
    session = value;
    return this;
  }

  /** The sender's boot number modulo 2^16: 0 to 65535. */
  public int boot() {
    return boot;
  }

  public Frame boot(int value) {
    boot = value;
    return this;
  }

  /** Round that the frame belongs to, from 0. */
  public int round() {
    return round;
  }

  public Frame round(int value) {
    round = value;
    return this;
  }

  /** Slot within the round, from 0: the sender's, that is its rank less one. */
  public int slot() {
    return slot;
  }

  /** Rank of the sending process: 1 to n. */
  public int sender() {
    return sender;
  }

  /** Sets the sender and, as process p owns slot p - 1, the slot. */
  public Frame sender(int process) {
    sender = process;
    slot = process - 1;
    return this;
  }

  /** Rank of the one process that the frame is for, or 0: all. */
  public int addressee() {
    return addressee;
  }

  public Frame addressee(int process) {
    addressee = process;
    return this;
  }

  /** Whom the sender heard since its last frame, as bits: process p is bit p - 1. */
  public long heard() {
    return heard;
  }

  public Frame heard(long processes) {
    heard = processes;
    return this;
  }

  /** The buffer itself, of which the first {@link #payloadBytes()} are the payload. */
  public byte[] payload() {
    return payload;
  }

  public int payloadBytes() {
    return payloadBytes;
  }

  public Frame payloadBytes(int length) {
    payloadBytes = length;
    return this;
  }

  /** Copies a payload in; it must fit. */
  public Frame payload(byte[] bytes, int offset, int length) {
    System.arraycopy(bytes, offset, payload, 0, length);
    payloadBytes = length;
    return this;
  }

  @Override
  public String toString() {
    return "%s session=%08x boot=%d round=%d slot=%d sender=%d addressee=%d heard=%x payloadBytes=%d"
        .formatted(kind, session, boot, round, slot, sender, addressee, heard, payloadBytes);
  }
}
