package org.deltabed.trace;

import java.util.HashMap;
import java.util.Map;

/**
 * What a trace record is about. Each kind has a stable number (spool and batches), its name (JSON
 * Lines), and the JSON names of the record's {@code peer}, {@code a} and {@code b}; a field that a
 * kind does not use keeps its plain name and is written only when it is not zero. Numbers and names
 * are never reused; docs/trace-format.md describes every kind.
 */
public enum Kind {
  BOOT(1, "peer", "previousBoot", "previousLastSeq", "the node's program started"),
  STATE(2, "peer", "a", "b", "the node's state on the bus changed"),
  RUN_START(
      3, "peer", "startNs", "b", "a run begins: this record and all up to RUN_END belong to it"),
  RUN_END(4, "peer", "records", "b", "the last record of a run"),
  SEND(5, "addressee", "composeNs", "bytes", "the node composed a frame in its own slot"),
  FRAME(6, "sender", "arrivalNs", "bytes", "a frame was delivered in the step of its slot"),
  SILENCE(7, "owner", "a", "b", "a slot passed without its owner's frame"),
  LATE(8, "sender", "arrivalNs", "excessNs", "a frame arrived after its slot's deadline"),
  REJECT(9, "peer", "count", "b", "bytes or frames were refused"),
  HAND(10, "peer", "message", "frames", "a message was handed to the bus"),
  ARRIVE(11, "sender", "message", "b", "a message was delivered to the protocol"),
  EVENT(12, "peer", "a", "durable", "an event crossed the upper interface of a protocol instance"),
  CORRECTION(
      13, "peer", "deviationNs", "appliedNs", "the node's clock was corrected by frame arrivals"),
  OVERRUN(14, "peer", "excessNs", "b", "a delivery step began after its deadline"),
  MISSED_SLOT(
      15, "peer", "excessNs", "b", "the node was too late for its own slot and stayed silent"),
  FALSE_SUSPICION(
      16, "suspect", "arrivalNs", "b", "a frame came from a process that was already suspected"),
  MINORITY(17, "peer", "a", "b", "the node was not on the side of most others and stopped"),
  OVERFLOW(18, "peer", "a", "b", "a bounded queue was full"),
  HALT(19, "peer", "a", "b", "the node stops itself"),
  CRASH_POINT(20, "peer", "a", "b", "a planned crash point was reached"),
  COMMAND_REJECTED(21, "peer", "a", "b", "a command of another run or session was refused"),
  SPOOL_DAMAGED(22, "peer", "damagedBoot", "damagedSeq", "a spool of this node does not read back"),
  FAILURE(23, "peer", "a", "b", "an exception that nobody expected"),
  SYNC(24, "peer", "level", "lostEdges", "an edge of the SYNC wire, on the node's clock"),
  ALIVE(25, "peer", "beforeNs", "afterNs", "the node changed its ALIVE line"),

  LINE(40, "sender", "startNs", "endNs", "witness: a frame was on the line"),
  LINE_FAULT(41, "sender", "a", "b", "witness: a planned fault was done to a frame on the line"),
  POWER_CUT(42, "victim", "aliveNs", "exitSeenNs", "witness: a node's power was cut"),
  POWER_ON(43, "started", "bootNs", "b", "witness: a node's power was switched on"),
  EXIT(44, "exited", "code", "seenNs", "witness: a node's process ended"),
  PAUSE(45, "paused", "a", "b", "witness: a node was stopped (SIGSTOP)"),
  RESUME(46, "resumed", "a", "b", "witness: a node was continued (SIGCONT)"),
  PIN(47, "peer", "level", "b", "witness: a pin changed its level"),
  HICCUP(48, "peer", "excessNs", "b", "the host paused the observer itself"),
  SYNC_OUT(49, "peer", "earliestNs", "latestNs", "witness: the lab drove an edge of the SYNC wire"),
  POWER(50, "switched", "askedNs", "confirmedNs", "witness: a power driver did as it was asked"),

  /**
   * A kind that this reader does not know, kept so that sequences have no gap; {@code data} then
   * holds what it was called.
   */
  UNKNOWN(255, "peer", "a", "b", "a kind of a newer minor version");

  private static final Kind[] BY_CODE = new Kind[256];
  private static final Map<String, Kind> BY_NAME = new HashMap<>();

  static {
    for (Kind kind : values()) {
      if (BY_CODE[kind.code] != null) {
        throw new IllegalStateException("two kinds have the number " + kind.code);
      }
      BY_CODE[kind.code] = kind;
      BY_NAME.put(kind.name(), kind);
    }
  }

  private final int code;
  private final String peerName;
  private final String aName;
  private final String bName;
  private final String doc;

  Kind(int code, String peerName, String aName, String bName, String doc) {
    this.code = code;
    this.peerName = peerName;
    this.aName = aName;
    this.bName = bName;
    this.doc = doc;
  }

  /** The stable number, 1 to 255. */
  public int code() {
    return code;
  }

  /**
   * The JSON name of {@code peer}; {@code "peer"} where the kind gives it no meaning of its own.
   */
  public String peerName() {
    return peerName;
  }

  /** The JSON name of {@code a}; {@code "a"} where the kind does not use it. */
  public String aName() {
    return aName;
  }

  /** The JSON name of {@code b}; {@code "b"} where the kind does not use it. */
  public String bName() {
    return bName;
  }

  /** One line for people. */
  public String doc() {
    return doc;
  }

  /** The kind with this number, or {@link #UNKNOWN}. */
  public static Kind ofCode(int code) {
    Kind kind = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    return kind == null ? UNKNOWN : kind;
  }

  /** The kind with this name, or {@link #UNKNOWN}. */
  public static Kind ofName(String name) {
    return BY_NAME.getOrDefault(name, UNKNOWN);
  }
}
