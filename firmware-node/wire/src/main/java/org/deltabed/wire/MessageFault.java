package org.deltabed.wire;

/** Why bytes are no message. */
public enum MessageFault {
  /** They end too early. */
  CUT,
  /** Something follows the message. */
  TRAILING,
  /** A number is longer than it need be, or out of its range. */
  NUMBER,
  /** No value of the vocabulary has that number. */
  UNKNOWN_TYPE,
  /** Text that is not UTF-8. */
  TEXT,
  /** Values within values deeper than {@link MessageCodec#DEPTH_MAX}. */
  DEPTH,
  /** The components are well formed, but the record refuses them. */
  REFUSED
}
